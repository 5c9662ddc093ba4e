import { sameInstant } from '../../../contract/date-time.ts';
import { single } from '../../demands.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';
import { ACCEPTED } from '../../rows.ts';
import type { Rule } from '../../rule.ts';

export const creationTimestamp = {
  id: 'instance/creation-timestamp',
  title: 'MUST describe in the 200 the instance that was there: its `metadata.creationTimestamp`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, PluginMetadata, creationTimestamp',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders'],
  rows: ACCEPTED,
  demands: single('delete.200.instance.creationTimestamp'),
  ...describes({ member: 'creationTimestamp', pointer: '/metadata/creationTimestamp', same: sameInstant }),
} as const satisfies Rule;
