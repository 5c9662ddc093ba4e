import { on400, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const requestIdNumber = {
  name: 'request-id-number',
  title: 'The 400 of a DELETE has a number for `request_id`.',
  catches: 'delete.400.body.request_id',
  answer: on400(setting('request_id', 7)),
} as const satisfies Deviation;
