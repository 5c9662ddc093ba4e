import type { Deviation } from '../deviation.ts';
import { badRequest } from '../refusal.ts';

export const refusesBody = {
  name: 'refuses-body',
  title: 'A DELETE with a body is answered 400 and deletes nothing.',
  catches: 'delete.200.with-body',
  refuses: ({ asked }) =>
    asked.operation === 'DeletePlugin' && asked.body !== ''
      ? badRequest('deviation', 'No body is allowed.')
      : null,
} as const satisfies Deviation;
