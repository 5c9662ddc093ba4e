import { sameInstant } from '../../../../engine/contract/date-time.ts';
import { ofAccepted } from '../../../../engine/judge/demands.ts';
import type { Rule } from '../../../../engine/judge/rule.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';

export const creationTimestamp = {
  id: 'instance/creation-timestamp',
  title: 'MUST describe in the 200 the instance that was there: its `metadata.creationTimestamp`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, PluginMetadata, creationTimestamp',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders'],
  demands: ofAccepted('instance', 'creationTimestamp'),
  ...describes({ member: 'creationTimestamp', pointer: '/metadata/creationTimestamp', same: sameInstant }),
} as const satisfies Rule;
