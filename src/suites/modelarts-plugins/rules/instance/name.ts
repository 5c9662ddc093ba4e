import { ofAccepted } from '../../../../engine/judge/demands.ts';
import type { Rule } from '../../../../engine/judge/rule.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';

export const name = {
  id: 'instance/name',
  title: 'MUST describe in the 200 the instance that was there: its `metadata.name`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, PluginMetadata, name',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders'],
  demands: ofAccepted('instance', 'name'),
  ...describes({ member: 'name', pointer: '/metadata/name' }),
} as const satisfies Rule;
