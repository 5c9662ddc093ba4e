/** What the tests of the suite are written with: `test`, and the scenarios they carry out. */
export { credentials } from '../scenarios/credentials.ts';
export { endOfRun } from '../scenarios/end-of-run.ts';
export { illFormed } from '../scenarios/ill-formed.ts';
export { installed } from '../scenarios/installed.ts';
export { installedWithBody } from '../scenarios/installed-with-body.ts';
export { methods } from '../scenarios/methods.ts';
export { repeated } from '../scenarios/repeated.ts';
export { unknown } from '../scenarios/unknown.ts';
export { test } from './test.ts';
