import type { Deviation } from '../deviation.ts';

export const wrongTokenAccepted = {
  name: 'wrong-token-accepted',
  title: 'A DELETE with a wrong token deletes the plug-in.',
  catches: 'delete.access.wrong-token',
  tolerates: (refusal, { asked }) => asked.operation === 'DeletePlugin' && refusal.reason === 'wrong-token',
} as const satisfies Deviation;
