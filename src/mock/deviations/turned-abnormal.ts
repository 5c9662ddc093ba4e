import { setting } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import { stuckDeleting } from './stuck-deleting.ts';

export const turnedAbnormal = {
  name: 'turned-abnormal',
  title: 'A deleted plug-in stays in the pool and turns `Abnormal`.',
  catches: 'delete.effect.gone',
  effect: stuckDeleting.effect,
  answer: (answer, context) =>
    context.asked.operation === 'ShowPlugin' && (context.plugin?.goneAt ?? null) !== null
      ? setting('status.phase', 'Abnormal')(answer, context)
      : answer,
} as const satisfies Deviation;
