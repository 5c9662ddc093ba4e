import { single } from '../../demands.ts';
import { describes, SAME_INSTANCE } from '../../described.ts';
import { ACCEPTED } from '../../rows.ts';
import type { Rule } from '../../rule.ts';

export const name = {
  id: 'instance/name',
  title: 'MUST describe in the 200 the instance that was there: its `metadata.name`',
  basis: 'documented',
  clause: 'Response Parameters, status code 200, PluginMetadata, name',
  breaks: SAME_INSTANCE,
  readings: ['same-instance', 'placeholders'],
  rows: ACCEPTED,
  demands: single('delete.200.instance.name'),
  ...describes({ member: 'name', pointer: '/metadata/name' }),
} as const satisfies Rule;
