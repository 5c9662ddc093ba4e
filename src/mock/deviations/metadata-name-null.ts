import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const metadataNameNull = {
  name: 'metadata-name-null',
  title: 'The 200 of a DELETE has null for `metadata.name`.',
  catches: 'delete.200.body.metadata.name',
  answer: onAccepted(setting('metadata.name', null)),
} as const satisfies Deviation;
