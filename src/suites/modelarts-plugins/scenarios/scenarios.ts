import type { Scenario } from '../../../engine/model/scenario.ts';
import { credentials } from './credentials.ts';
import { endOfRun } from './end-of-run.ts';
import { illFormed } from './ill-formed.ts';
import { installed } from './installed.ts';
import { installedWithBody } from './installed-with-body.ts';
import { methods } from './methods.ts';
import { repeated } from './repeated.ts';
import { unknown } from './unknown.ts';

/** The walk: refusals run against the instance that is deleted afterwards, so that two installs serve all. */
export const scenarios: readonly Scenario[] = [
  credentials,
  methods,
  illFormed,
  unknown,
  installed,
  installedWithBody,
  repeated,
  endOfRun,
];
