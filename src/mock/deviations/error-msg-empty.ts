import { on400, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const errorMsgEmpty = {
  name: 'error-msg-empty',
  title: 'The 400 of a DELETE has an empty `error_msg`.',
  catches: 'delete.400.body.error_msg',
  answer: on400(setting('error_msg', '')),
} as const satisfies Deviation;
