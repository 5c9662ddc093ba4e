import { on400, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const duplicateMembers400 = {
  name: 'duplicate-members-400',
  title: 'The 400 of a DELETE has its `error_code` twice.',
  catches: 'delete.400.json.unique-names',
  answer: on400(rewritten((text) => text.replace('{', '{"error_code":"ModelArts.50004000",'))),
} as const satisfies Deviation;
