/** What the configuration of Playwright needs to know. */
export { PLAYWRIGHT_OUTPUT, PLAYWRIGHT_REPORT } from '../report/report-files.ts';
export { readProcessSettings } from '../settings/read.ts';
export { claimFolders } from './folders.ts';
export { titleOf } from './title.ts';
