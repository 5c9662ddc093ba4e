/** What the end of a run needs, in one piece so that it can be loaded while the run goes on. */
export { finishRun } from '../campaign/finish.ts';
export { tell } from '../campaign/tell.ts';
export { atOnce, lookThroughFiles } from '../scan/scan.ts';
export { secretsOfFiles } from '../scan/secrets.ts';
export { openLooks } from './look-through.ts';
