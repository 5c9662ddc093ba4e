import { on400, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const errorCodeShape = {
  name: 'error-code-shape',
  title: 'The 400 of a DELETE has an `error_code` without a prefix.',
  catches: 'delete.400.body.error_code',
  answer: on400(setting('error_code', '50004000')),
} as const satisfies Deviation;
