import type { Scenario } from '../../../engine/model/scenario.ts';
import { NO_SUCH } from '../expectations.ts';
import { answered } from '../operations.ts';
import { probe } from './probe.ts';

export const repeated = {
  id: 'repeated',
  title: 'the same DELETE again, once the plug-in is gone, is refused',
  chapter: 'effects',
  instance: 'gone',
  probes: [
    probe({
      id: 'repeat',
      about: answered('400', 'repeated'),
      title: 'of the plug-in that was deleted before',
      expected: NO_SUCH,
      mustNotExist: true,
    }),
  ],
} as const satisfies Scenario;
