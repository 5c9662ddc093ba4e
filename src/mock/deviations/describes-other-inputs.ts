import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const describesOtherInputs = {
  name: 'describes-other-inputs',
  title: 'The 200 of a DELETE has other inputs than those of the instance.',
  catches: 'delete.200.instance.inputs',
  answer: onAccepted(setting('spec.template.inputs', { custom: { ndots: '9' } })),
} as const satisfies Deviation;
