import { isRefusedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';
import { deletedAnswer } from '../operations.ts';

export const repeat200 = {
  name: 'repeat-200',
  title: 'A DELETE of a plug-in that was deleted before is answered 200.',
  catches: 'delete.400.repeated',
  answer: (answer, context) => {
    const gone = context.pool.gone.get(context.asked.names?.templateName ?? '');
    if (gone === undefined || !isRefusedDelete(context, 'no-such-plugin')) return answer;
    return deletedAnswer({ ...gone, goneAt: null }, context.now);
  },
} as const satisfies Deviation;
