import { loadCompiled } from '../cli/compiled.ts';

/** What the processes of a run under Playwright load, as it was compiled when it was built. */
export const { openRun, setUp, startKeeper } = loadCompiled().loaded;
