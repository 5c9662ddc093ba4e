import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const involvedNamespaceBoolean = {
  name: 'involved-namespace-boolean',
  title: 'The 200 of a DELETE has a boolean for `involvedObject.namespace`.',
  catches: 'delete.200.body.status.resources.involvedObject.namespace',
  answer: onAccepted(setting('status.resources.0.involvedObject.namespace', false)),
} as const satisfies Deviation;
