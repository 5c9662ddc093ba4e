import { onAccepted, removing } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const missingMetadata = {
  name: 'missing-metadata',
  title: 'The 200 of a DELETE has no `metadata`.',
  catches: 'delete.200.body.metadata',
  answer: onAccepted(removing('metadata')),
} as const satisfies Deviation;
