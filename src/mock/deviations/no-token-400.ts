import { isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const noToken400 = {
  name: 'no-token-400',
  title: 'A DELETE without a token is answered 400.',
  catches: 'delete.access.no-token',
  answer: (answer, context) => (isRefusedDelete(context, 'no-token') ? { ...answer, status: 400 } : answer),
} as const satisfies Deviation;
