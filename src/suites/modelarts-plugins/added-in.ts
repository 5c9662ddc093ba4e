import type { AddedIn } from '../../engine/history/compared-run.ts';

/** The version of the suite that came with a requirement which 0.1.0 had not, by its id: to runs before it is a new requirement. */
export const ADDED_IN: AddedIn = {};
