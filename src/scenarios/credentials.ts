import type { Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

export const credentials = {
  id: 'credentials',
  title: 'a DELETE of the installed plug-in without valid credentials is refused',
  chapter: 'access',
  instance: 'present',
  probes: [
    probe({
      id: 'no-token',
      requirement: 'delete.access.no-token',
      title: 'without a token',
      row: 'no-credentials',
      credentials: 'none',
    }),
    probe({
      id: 'wrong-token',
      requirement: 'delete.access.wrong-token',
      title: 'with a wrong token',
      row: 'no-credentials',
      credentials: 'wrong',
    }),
  ],
} as const satisfies Scenario;
