import { ofAccepted } from '../../../../engine/judge/demands.ts';
import type { Rule } from '../../../../engine/judge/rule.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';

export const template = {
  id: 'instance/template',
  title: 'MUST describe in the 200 the instance that was there: its `spec.template.name`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, Template, name',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders'],
  demands: ofAccepted('instance', 'template'),
  ...describes({ member: 'templateName', pointer: '/spec/template/name' }),
} as const satisfies Rule;
