import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const silentDelete = {
  name: 'silent-delete',
  title: 'An accepted DELETE takes effect and is never answered.',
  catches: 'delete.200.status',
  // The connection is left open without a byte.
  write: (_response, _answer, context) => isAcceptedDelete(context),
} as const satisfies Deviation;
