import { claimsDeleted } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const putAccepted = {
  name: 'put-accepted',
  title: "A PUT to a plug-in's path is answered 200.",
  catches: 'delete.method.put',
  answer: claimsDeleted(
    ({ asked }) => asked.method === 'PUT' && asked.names !== null && asked.names.templateName !== '',
  ),
} as const satisfies Deviation;
