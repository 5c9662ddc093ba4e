import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const kindWrongType = {
  name: 'kind-wrong-type',
  title: 'The 200 of a DELETE has a number for `kind`.',
  catches: 'delete.200.body.kind',
  answer: onAccepted(setting('kind', 2)),
} as const satisfies Deviation;
