import { isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const illFormed500 = {
  name: 'ill-formed-500',
  title: 'A DELETE with an ill-formed name is answered 500.',
  catches: 'delete.400.ill-formed.pool-name',
  answer: (answer, context) =>
    isRefusedDelete(context, 'pool-name-ill-formed', 'template-name-ill-formed', 'project-id-ill-formed')
      ? { ...answer, status: 500 }
      : answer,
} as const satisfies Deviation;
