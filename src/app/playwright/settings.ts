/** What a configuration of Playwright is made with. */
export { configured } from './configured.ts';
