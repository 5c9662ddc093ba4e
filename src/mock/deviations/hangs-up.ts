import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const hangsUp = {
  name: 'hangs-up',
  title: 'An accepted DELETE takes effect and its connection is closed without an answer.',
  catches: 'delete.200.status',
  write: (response, _answer, context) => {
    if (!isAcceptedDelete(context)) return false;
    response.destroy();
    return true;
  },
} as const satisfies Deviation;
