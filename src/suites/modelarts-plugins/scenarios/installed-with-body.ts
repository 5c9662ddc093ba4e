import type { Scenario } from '../../../engine/model/scenario.ts';
import { INSTALLED } from '../expectations.ts';
import { answered } from '../operations.ts';
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
      about: answered('200', 'with-body'),
      title: 'of an installed plug-in, with the body `{ }`',
      expected: INSTALLED,
      body: '{ }',
    }),
  ],
} as const satisfies Scenario;
