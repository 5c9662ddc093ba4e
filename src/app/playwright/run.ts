/** What the processes of a run under Playwright load: one file, since most of what each needs the others need too. */
export { openRun } from './carry-out.ts';
export { startKeeper } from './keeper.ts';
export { default as setUp } from './setup.ts';
