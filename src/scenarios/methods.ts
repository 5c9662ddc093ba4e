import type { Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

export const methods = {
  id: 'methods',
  title: 'a method that the path does not document is refused',
  chapter: 'access',
  instance: 'present',
  probes: [
    probe({
      id: 'put',
      requirement: 'delete.method.put',
      title: "to the plug-in's path",
      row: 'undocumented-method',
      method: 'PUT',
    }),
    probe({
      id: 'post',
      requirement: 'delete.method.post',
      title: "to the plug-in's path",
      row: 'undocumented-method',
      method: 'POST',
    }),
  ],
} as const satisfies Scenario;
