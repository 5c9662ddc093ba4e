import { onAccepted, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const inputsArray = {
  name: 'inputs-array',
  title: 'The 200 of a DELETE has an array for `spec.template.inputs`.',
  catches: 'delete.200.body.spec.template.inputs',
  answer: onAccepted(setting('spec.template.inputs', [])),
} as const satisfies Deviation;
