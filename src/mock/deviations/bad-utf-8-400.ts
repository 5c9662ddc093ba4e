import { on400, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const badUtf8400 = {
  name: 'bad-utf-8-400',
  title: 'The 400 of a DELETE has a message that is no UTF-8.',
  catches: 'delete.400.json.encoding',
  // 0xE9 is `é` in Latin-1; in UTF-8 it needs two bytes after it.
  answer: on400(rewritten((text) => Buffer.from(text.replace('Bad request', 'Bad r\u00e9quest'), 'latin1'))),
} as const satisfies Deviation;
