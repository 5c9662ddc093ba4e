import { onAccepted, rewritten } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const duplicateMembers = {
  name: 'duplicate-members',
  title: 'The 200 of a DELETE has its `kind` twice.',
  catches: 'delete.200.json.unique-names',
  answer: onAccepted(rewritten((text) => text.replace('{', '{"kind":"Plugin",'))),
} as const satisfies Deviation;
