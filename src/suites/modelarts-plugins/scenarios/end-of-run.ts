import type { Scenario } from '../../../engine/model/scenario.ts';
import { NOTHING } from '../expectations.ts';
import { beyond } from '../operations.ts';
import { probe } from './probe.ts';

export const endOfRun = {
  id: 'end-of-run',
  title: 'at the end the plug-in is still gone and the rest of the pool is as it was',
  chapter: 'effects',
  instance: 'untouched',
  probes: [
    probe({
      id: 'end',
      about: beyond('effect', 'still-gone'),
      title: 'nothing is sent; the pool is looked at',
      expected: NOTHING,
    }),
  ],
} as const satisfies Scenario;
