import { ofAccepted } from '../../../../engine/judge/demands.ts';
import type { Rule } from '../../../../engine/judge/rule.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';

export const inputs = {
  id: 'instance/inputs',
  title: 'MUST describe in the 200 the instance that was there: its `spec.template.inputs`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, Template, inputs',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders', 'numbers'],
  demands: ofAccepted('instance', 'inputs'),
  ...describes({ member: 'inputs', pointer: '/spec/template/inputs', optional: true }),
} as const satisfies Rule;
