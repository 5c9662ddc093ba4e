import type { Scenario } from '../../../engine/model/scenario.ts';
import { UNDOCUMENTED_METHOD } from '../expectations.ts';
import { beyond } from '../operations.ts';
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
      about: beyond('method', 'put'),
      title: "to the plug-in's path",
      expected: UNDOCUMENTED_METHOD,
      method: 'PUT',
    }),
    probe({
      id: 'post',
      about: beyond('method', 'post'),
      title: "to the plug-in's path",
      expected: UNDOCUMENTED_METHOD,
      method: 'POST',
    }),
    probe({
      id: 'put-with-body',
      about: beyond('method', 'put-with-body'),
      title: "to the plug-in's path, with the body that Create documents",
      expected: UNDOCUMENTED_METHOD,
      method: 'PUT',
      body: createBody,
    }),
    probe({
      id: 'post-with-body',
      about: beyond('method', 'post-with-body'),
      title: "to the plug-in's path, with the body that Create documents",
      expected: UNDOCUMENTED_METHOD,
      method: 'POST',
      body: createBody,
    }),
  ],
} as const satisfies Scenario;
