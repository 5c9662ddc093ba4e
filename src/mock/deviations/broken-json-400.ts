import { on400, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const brokenJson400 = {
  name: 'broken-json-400',
  title: 'The 400 of a DELETE ends before its JSON does.',
  catches: 'delete.400.json',
  answer: on400(rewritten((text) => text.slice(0, -2))),
} as const satisfies Deviation;
