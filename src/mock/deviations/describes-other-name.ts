import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const describesOtherName = {
  name: 'describes-other-name',
  title: 'The 200 of a DELETE names another instance.',
  catches: 'delete.200.instance.name',
  answer: onAccepted(setting('metadata.name', 'pool-4cd084d36f8bd3346036-other')),
} as const satisfies Deviation;
