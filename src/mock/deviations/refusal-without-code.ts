import { on400, removing } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const refusalWithoutCode = {
  name: 'refusal-without-code',
  title: 'The 400 of a DELETE has no `error_code`.',
  catches: 'delete.400.body.error_code',
  answer: on400(removing('error_code')),
} as const satisfies Deviation;
