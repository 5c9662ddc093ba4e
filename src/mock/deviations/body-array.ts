import { onAccepted } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const bodyArray = {
  name: 'body-array',
  title: 'The 200 of a DELETE is an array that holds the plug-in.',
  catches: 'delete.200.body',
  answer: onAccepted((answer) => ({ ...answer, body: [answer.body] })),
} as const satisfies Deviation;
