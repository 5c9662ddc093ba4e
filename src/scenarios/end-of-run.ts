import type { Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

export const endOfRun = {
  id: 'end-of-run',
  title: 'at the end the plug-in is still gone and the rest of the pool is as it was',
  chapter: 'effects',
  instance: 'untouched',
  probes: [
    probe({
      id: 'end',
      requirement: 'delete.effect.still-gone',
      title: 'nothing is sent; the pool is looked at',
      row: 'nothing',
    }),
  ],
} as const satisfies Scenario;
