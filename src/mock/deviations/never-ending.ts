import { bytesOf } from '../answer.ts';
import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const neverEnding = {
  name: 'never-ending',
  title: 'The answer to an accepted DELETE begins and never ends.',
  catches: 'delete.200.status',
  write: (response, answer, context) => {
    if (!isAcceptedDelete(context)) return false;
    // Without a length Node sends chunks, and the last one stays out.
    response.writeHead(answer.status, answer.headers).write(bytesOf(answer));
    return true;
  },
} as const satisfies Deviation;
