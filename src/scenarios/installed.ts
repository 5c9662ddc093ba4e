import type { Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

export const installed = {
  id: 'installed',
  title: 'an installed plug-in is deleted',
  chapter: '200',
  instance: 'present',
  probes: [
    probe({
      id: 'delete',
      requirement: 'delete.200.status',
      title: 'of an installed plug-in, without a body',
      row: 'installed',
    }),
  ],
} as const satisfies Scenario;
