import type { Deviation } from '../deviation.ts';
import { badRequest } from '../refusal.ts';

export const installedRefused = {
  name: 'installed-refused',
  title: 'The DELETE of an installed plug-in is answered 400 and deletes nothing.',
  catches: 'delete.200.status',
  refuses: ({ asked }) =>
    asked.operation === 'DeletePlugin' ? badRequest('deviation', 'The plug-in cannot be deleted.') : null,
} as const satisfies Deviation;
