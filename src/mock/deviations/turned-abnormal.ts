import { isAcceptedDelete, setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const turnedAbnormal = {
  name: 'turned-abnormal',
  title: 'A deleted plug-in stays in the pool and turns `Abnormal`.',
  catches: 'delete.effect.gone',
  effect: (context, carryOut) => {
    const { plugin, pool } = context;
    if (!isAcceptedDelete(context) || plugin === null) return carryOut();
    pool.plugins.set(plugin.template.name, { ...plugin, goneAt: Number.POSITIVE_INFINITY });
  },
  answer: (answer, context) =>
    context.asked.operation === 'ShowPlugin' && (context.plugin?.goneAt ?? null) !== null
      ? setting('status.phase', 'Abnormal')(answer, context)
      : answer,
} as const satisfies Deviation;
