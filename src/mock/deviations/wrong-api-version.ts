import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const wrongApiVersion = {
  name: 'wrong-api-version',
  title: 'The 200 of a DELETE says `apiVersion` is `v1`.',
  catches: 'delete.200.body.apiVersion',
  answer: onAccepted(setting('apiVersion', 'v1')),
} as const satisfies Deviation;
