import type { Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

export const repeated = {
  id: 'repeated',
  title: 'the same DELETE again, once the plug-in is gone, is refused',
  chapter: 'effects',
  instance: 'gone',
  probes: [
    probe({
      id: 'repeat',
      requirement: 'delete.400.repeated',
      title: 'of the plug-in that was deleted before',
      row: 'no-such',
      mustNotExist: true,
    }),
  ],
} as const satisfies Scenario;
