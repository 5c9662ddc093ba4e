import type { Scenario } from '../model/scenario.ts';
import { INSTALLED } from '../suites/modelarts-plugins/expectations.ts';
import { answered } from '../suites/modelarts-plugins/operations.ts';
import { probe } from './probe.ts';

export const installed = {
  id: 'installed',
  title: 'an installed plug-in is deleted',
  chapter: '200',
  instance: 'present',
  probes: [
    probe({
      id: 'delete',
      about: answered(200, 'status'),
      title: 'of an installed plug-in, without a body',
      expected: INSTALLED,
    }),
  ],
} as const satisfies Scenario;
