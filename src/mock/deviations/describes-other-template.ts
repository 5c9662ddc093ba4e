import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const describesOtherTemplate = {
  name: 'describes-other-template',
  title: 'The 200 of a DELETE names another template.',
  catches: 'delete.200.instance.template',
  answer: onAccepted(setting('spec.template.name', 'log-collector')),
} as const satisfies Deviation;
