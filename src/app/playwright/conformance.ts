/** What the tests of the suite are written with: `test`, and the scenarios they carry out. */
export { credentials } from '../../suites/modelarts-plugins/scenarios/credentials.ts';
export { endOfRun } from '../../suites/modelarts-plugins/scenarios/end-of-run.ts';
export { illFormed } from '../../suites/modelarts-plugins/scenarios/ill-formed.ts';
export { installed } from '../../suites/modelarts-plugins/scenarios/installed.ts';
export { installedWithBody } from '../../suites/modelarts-plugins/scenarios/installed-with-body.ts';
export { methods } from '../../suites/modelarts-plugins/scenarios/methods.ts';
export { repeated } from '../../suites/modelarts-plugins/scenarios/repeated.ts';
export { unknown } from '../../suites/modelarts-plugins/scenarios/unknown.ts';
export { test } from './test.ts';
