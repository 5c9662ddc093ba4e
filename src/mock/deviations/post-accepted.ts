import { claimsDeleted } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const postAccepted = {
  name: 'post-accepted',
  title: "A POST to a plug-in's path is answered 200.",
  catches: 'delete.method.post',
  answer: claimsDeleted(
    ({ asked }) => asked.method === 'POST' && asked.names !== null && asked.names.templateName !== '',
  ),
} as const satisfies Deviation;
