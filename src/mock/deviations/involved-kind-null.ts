import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const involvedKindNull = {
  name: 'involved-kind-null',
  title: 'The 200 of a DELETE has null for `involvedObject.kind`.',
  catches: 'delete.200.body.status.resources.involvedObject.kind',
  answer: onAccepted(setting('status.resources.0.involvedObject.kind', null)),
} as const satisfies Deviation;
