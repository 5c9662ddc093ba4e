import { jsonAnswer } from '../../../../../trials/mock/answer.ts';
import { isAcceptedDelete, neighbourOf } from '../../change.ts';
import type { Asked, Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import { type Pool, remove } from '../../pool.ts';
import { REFUSED } from './refusals.ts';

/** How the first try ends, by the status of its answer; null where the connection is closed without one. */
const ENDS: Readonly<Record<string, readonly [says: string, status: number | null]>> = {
  '429': ['throttled with 429', 429],
  '503': ['answered 503', 503],
  'hung-up': ['left without an answer', null],
};

/** What the first try does all the same, and words for it. */
const EFFECTS: Readonly<Record<string, readonly [says: string, effect: (context: Context) => void]>> = {
  deleted: ['deletes the installed plug-in', ({ pool, now }) => remove(pool, pool.options.templateName, now)],
  'deleted-neighbour': [
    'deletes another plug-in of the pool',
    (context) => {
      const own = context.pool.plugins.get(context.pool.options.templateName) ?? null;
      const other = neighbourOf({ ...context, plugin: own });
      if (other !== undefined) context.pool.plugins.delete(other.template.name);
    },
  ],
};

/** The requests whose first try is troubled: one of each way of being refused, and the DELETE that is accepted. */
const TRIED = [
  ...REFUSED.filter(({ slug }) => ['no-token', 'put', 'ill-formed-template', 'unknown-pool'].includes(slug)),
  { slug: 'delete', says: 'DELETE of an installed plug-in', is: isAcceptedDelete },
];

function troubled(
  is: (context: Context) => boolean,
  status: number | null,
  effect: (context: Context) => void,
): Pick<Deviation, 'effect' | 'answer' | 'write'> {
  const met = new WeakSet<Pool>();
  const first = new WeakSet<Asked>();
  return {
    effect: (context, carryOut) => {
      const isFirst = is(context) && !met.has(context.pool);
      if (!isFirst) return carryOut();
      met.add(context.pool);
      first.add(context.asked);
      effect(context);
    },
    answer: (answer, { asked }) =>
      first.has(asked) && status !== null
        ? jsonAnswer(status, { error_code: 'APIGW.0308', error_msg: 'Try again.' }, { 'retry-after': '0' })
        : answer,
    write: (response, _, { asked }) => {
      if (status !== null || !first.has(asked)) return false;
      response.destroy();
      return true;
    },
  };
}

/** A first try that is trouble, that does what it must not, and that the client sends again. */
export const troubledTries: readonly Deviation[] = TRIED.flatMap(({ slug, says, is }) =>
  Object.entries(ENDS).flatMap(([end, [ends, status]]) =>
    Object.entries(EFFECTS)
      // An accepted DELETE without a clear answer may well have deleted its plug-in.
      .filter(([name]) => slug !== 'delete' || status === 429 || name !== 'deleted')
      .map(
        ([name, [does, effect]]): Deviation => ({
          name: `${slug}-once-${end}-yet-${name}`,
          title: `A first ${says} is ${ends} and ${does}.`,
          catches:
            slug === 'delete' && status !== 429
              ? 'delete.effect.neighbours'
              : 'delete.effect.refused-unchanged',
          ...troubled(is, status, effect),
        }),
      ),
  ),
);
