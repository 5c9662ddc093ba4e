/** What the configuration of Playwright needs to know. */
export { readProcessSettings } from '../settings/read.ts';
