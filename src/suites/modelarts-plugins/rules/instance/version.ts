import { ofAccepted } from '../../../../engine/judge/demands.ts';
import type { Rule } from '../../../../engine/judge/rule.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';

export const version = {
  id: 'instance/version',
  title: 'MUST describe in the 200 the instance that was there: its `spec.template.version`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, Template, version',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders'],
  demands: ofAccepted('instance', 'version'),
  ...describes({ member: 'version', pointer: '/spec/template/version', optional: true }),
} as const satisfies Rule;
