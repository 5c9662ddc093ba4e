import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const extraMember = {
  name: 'extra-member',
  title: 'The 200 of a DELETE has a member that no page names.',
  catches: 'delete.200.members',
  answer: onAccepted(setting('deletionPolicy', 'Background')),
} as const satisfies Deviation;
