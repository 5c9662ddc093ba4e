import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const describesOtherVersion = {
  name: 'describes-other-version',
  title: 'The 200 of a DELETE names another version of the template.',
  catches: 'delete.200.instance.version',
  answer: onAccepted(setting('spec.template.version', '0.0.1')),
} as const satisfies Deviation;
