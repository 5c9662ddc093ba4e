import { isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import { restore } from '../pool.ts';

export const comesBack = {
  name: 'comes-back',
  title: 'A deleted plug-in is there again once a repeated DELETE of it was refused.',
  catches: 'delete.effect.still-gone',
  effect: (context, carryOut) => {
    carryOut();
    if (isRefusedDelete(context, 'no-such-plugin')) {
      restore(context.pool, context.asked.names?.templateName ?? '');
    }
  },
} as const satisfies Deviation;
