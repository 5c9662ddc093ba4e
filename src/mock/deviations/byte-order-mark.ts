import { onAccepted, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const byteOrderMark = {
  name: 'byte-order-mark',
  title: 'The 200 of a DELETE begins with a byte order mark.',
  catches: 'delete.200.json.encoding',
  answer: onAccepted(rewritten((text) => `\uFEFF${text}`)),
} as const satisfies Deviation;
