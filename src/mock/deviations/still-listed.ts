import type { Deviation } from '../deviation.ts';
import { undeleted } from '../pool.ts';

export const stillListed = {
  name: 'still-listed',
  title: 'A deleted plug-in is gone from Show, and List still names it.',
  catches: 'delete.effect.unlisted',
  sees: (installed, asked, pool) =>
    asked.operation === 'ListPlugins' ? [...installed, ...undeleted(pool)] : installed,
} as const satisfies Deviation;
