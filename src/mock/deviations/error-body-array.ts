import { on400 } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const errorBodyArray = {
  name: 'error-body-array',
  title: 'The 400 of a DELETE is an array that holds the error.',
  catches: 'delete.400.body',
  answer: on400((answer) => ({ ...answer, body: [answer.body] })),
} as const satisfies Deviation;
