import type { Scenario } from '../model/scenario.ts';
import { createBody } from './create-body.ts';
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
    probe({
      id: 'put-with-body',
      requirement: 'delete.method.put-with-body',
      title: "to the plug-in's path, with the body that Create documents",
      row: 'undocumented-method',
      method: 'PUT',
      body: createBody,
    }),
    probe({
      id: 'post-with-body',
      requirement: 'delete.method.post-with-body',
      title: "to the plug-in's path, with the body that Create documents",
      row: 'undocumented-method',
      method: 'POST',
      body: createBody,
    }),
  ],
} as const satisfies Scenario;
