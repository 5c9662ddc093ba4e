/** What the end of a run needs, in one piece so that it can be loaded while the run goes on. */

export { atOnce, lookThroughFiles } from '../../engine/secrets/files/scan.ts';
export { secretsOfFiles } from '../../engine/secrets/files/secrets.ts';
export { tellPipelines } from '../pipelines/tell.ts';
export { finishRun } from '../run/finish.ts';
export { tell } from '../run/tell.ts';
export { openLooks } from './look-through.ts';
