import type { Scenario } from '../../../engine/model/scenario.ts';
import { INSTALLED } from '../expectations.ts';
import { answered } from '../operations.ts';
import { probe } from './probe.ts';

export const installed = {
  id: 'installed',
  title: 'an installed plug-in is deleted',
  chapter: '200',
  instance: 'present',
  probes: [
    probe({
      id: 'delete',
      about: answered('200', 'status'),
      title: 'of an installed plug-in, without a body',
      expected: INSTALLED,
    }),
  ],
} as const satisfies Scenario;
