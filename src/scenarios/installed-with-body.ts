import type { Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

export const installedWithBody = {
  id: 'installed-with-body',
  title: "an installed plug-in is deleted with the documented example's body",
  chapter: '200',
  instance: 'present',
  ownInstance: true,
  probes: [
    probe({
      id: 'delete-with-body',
      requirement: 'delete.200.with-body',
      title: 'of an installed plug-in, with the body `{ }`',
      row: 'installed',
      body: '{ }',
    }),
  ],
} as const satisfies Scenario;
