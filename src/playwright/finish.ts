/** What the end of a run needs, in one piece so that it can be loaded while the run goes on. */
export { finishRun } from '../campaign/finish.ts';
export { tell } from '../campaign/tell.ts';
export { removeSecretFiles } from '../scan/scan.ts';
export { lookThrough } from './look-through.ts';
