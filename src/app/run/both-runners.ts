/**
 * What a run loads, under Playwright and without it: one file of the build, since most of what each process needs the
 * others need too. It loads nothing of Playwright.
 */
export { runHere } from '../cli/run-direct.ts';
export { openRun } from '../playwright/carry-out.ts';
export { startKeeper } from '../playwright/keeper.ts';
export { default as setUp } from '../playwright/setup.ts';
