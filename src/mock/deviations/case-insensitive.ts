import { inAnyCase } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const caseInsensitive = {
  name: 'case-insensitive',
  title: 'A DELETE finds the plug-in under any letter case of its name, where Show does not.',
  catches: 'delete.400.unknown.letter-case',
  reads: (asked, pool) => {
    if (asked.operation !== 'DeletePlugin' || asked.names === null) return asked;
    const installed = inAnyCase({ asked, pool });
    return installed === undefined ? asked : { ...asked, names: { ...asked.names, templateName: installed } };
  },
} as const satisfies Deviation;
