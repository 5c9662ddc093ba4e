import { on400, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const extraMember400 = {
  name: 'extra-member-400',
  title: 'The 400 of a DELETE has a member that no page names.',
  catches: 'delete.400.members',
  answer: on400(setting('severity', 'low')),
} as const satisfies Deviation;
