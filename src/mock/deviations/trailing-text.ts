import { onAccepted, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const trailingText = {
  name: 'trailing-text',
  title: 'The 200 of a DELETE has text after its JSON.',
  catches: 'delete.200.json',
  answer: onAccepted(rewritten((text) => `${text}\nOK`)),
} as const satisfies Deviation;
