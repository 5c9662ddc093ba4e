/** What a configuration of Playwright is made with, and what its tests are named after. */
export { configured } from './configured.ts';
export { titleHere } from './title.ts';
