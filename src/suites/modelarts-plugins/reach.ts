import type { WalkLengths } from '../../trials/walk-lengths.ts';

/**
 * How far into the walk the trouble of generated servers reaches, in requests of each kind. The walk has grown since, and
 * these stay as long as a seed is to give the servers that it gave.
 */
export const REACH: WalkLengths = { requests: 59, looks: 38, installs: 2, underTest: 18 };
