import { readFileSync } from 'node:fs';
import { REQUIREMENT_IDS as SNAPSHOT } from '../../src/suites/modelarts-plugins/places.ts';

/** The id of every requirement, as the snapshot has them. */
export const REQUIREMENT_IDS: readonly string[] = readFileSync(SNAPSHOT, 'utf8').trim().split('\n');
