import type { Deviation } from '../deviation.ts';
import { undeleted } from '../pool.ts';

export const stillShown = {
  name: 'still-shown',
  title: 'A deleted plug-in is gone from List, and Show still finds it.',
  catches: 'delete.effect.gone',
  sees: (installed, asked, pool) =>
    asked.operation === 'ShowPlugin' ? [...installed, ...undeleted(pool)] : installed,
} as const satisfies Deviation;
