import type { Deviation } from '../deviation.ts';

export const noTokenAccepted = {
  name: 'no-token-accepted',
  title: 'A DELETE without a token deletes the plug-in.',
  catches: 'delete.access.no-token',
  tolerates: (refusal, { asked }) => asked.operation === 'DeletePlugin' && refusal.reason === 'no-token',
} as const satisfies Deviation;
