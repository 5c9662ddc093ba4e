import { bytesOf } from '../answer.ts';
import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const cutAnswer = {
  name: 'cut-answer',
  title: 'The answer to an accepted DELETE breaks off in the middle of its body.',
  catches: 'delete.200.status',
  write: (response, answer, context) => {
    if (!isAcceptedDelete(context)) return false;
    const bytes = bytesOf(answer);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    return true;
  },
} as const satisfies Deviation;
