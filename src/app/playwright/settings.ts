/** What the configuration of Playwright needs to know. */
export { PLAYWRIGHT_OUTPUT, PLAYWRIGHT_REPORT } from '../../engine/report/report-files.ts';
export { readConfiguration } from './configuration.ts';
export { titleOf } from './title.ts';
