import type { Scenario } from '../../../engine/model/scenario.ts';
import { NO_CREDENTIALS } from '../expectations.ts';
import { beyond } from '../operations.ts';
import { probe } from './probe.ts';

export const credentials = {
  id: 'credentials',
  title: 'a DELETE of the installed plug-in without valid credentials is refused',
  chapter: 'access',
  instance: 'present',
  probes: [
    probe({
      id: 'no-token',
      about: beyond('access', 'no-token'),
      title: 'without a token',
      expected: NO_CREDENTIALS,
      credentials: 'none',
    }),
    probe({
      id: 'wrong-token',
      about: beyond('access', 'wrong-token'),
      title: 'with a wrong token',
      expected: NO_CREDENTIALS,
      credentials: 'wrong',
    }),
  ],
} as const satisfies Scenario;
