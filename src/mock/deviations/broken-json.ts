import { onAccepted, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const brokenJson = {
  name: 'broken-json',
  title: 'The 200 of a DELETE ends before its JSON does.',
  catches: 'delete.200.json',
  answer: onAccepted(rewritten((text) => text.slice(0, -20))),
} as const satisfies Deviation;
