import type { Scenario } from '../model/scenario.ts';
import { NO_SUCH } from '../suites/modelarts-plugins/expectations.ts';
import { answered } from '../suites/modelarts-plugins/operations.ts';
import { probe } from './probe.ts';

export const repeated = {
  id: 'repeated',
  title: 'the same DELETE again, once the plug-in is gone, is refused',
  chapter: 'effects',
  instance: 'gone',
  probes: [
    probe({
      id: 'repeat',
      about: answered(400, 'repeated'),
      title: 'of the plug-in that was deleted before',
      expected: NO_SUCH,
      mustNotExist: true,
    }),
  ],
} as const satisfies Scenario;
