import { isJsonObject, type Json, jsonMember, replaced } from '../../../../../engine/json.ts';
import type { Answer } from '../../../../../trials/mock/answer.ts';
import { removing } from '../../change.ts';
import type { Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import { stall } from '../../pool.ts';
import { REFUSED } from './refusals.ts';

/** What a refused request does to the installed plug-in. */
const EFFECTS: Readonly<
  Record<string, readonly [says: string, member: string, effect: (context: Context) => void]>
> = {
  deleting: ['leaves it in `Deleting`', 'status', ({ pool }) => stall(pool, pool.options.templateName)],
  respecced: [
    'changes its inputs',
    'spec',
    ({ pool }) => {
      const plugin = pool.plugins.get(pool.options.templateName);
      if (plugin === undefined) return;
      const inputs = { ...plugin.template.inputs, reset: true };
      pool.plugins.set(plugin.template.name, { ...plugin, template: { ...plugin.template, inputs } });
    },
  ],
};

/** Which look tells of it: the other one leaves the member out. */
const TOLD: Readonly<
  Record<
    string,
    readonly [says: string, leaveOut: (answer: Answer, context: Context, member: string) => Answer]
  >
> = {
  show: [
    'Show alone tells',
    (answer, { asked }, member) => (asked.operation === 'ListPlugins' ? eachWithout(answer, member) : answer),
  ],
  list: [
    'List alone tells',
    (answer, context, member) =>
      context.asked.operation === 'ShowPlugin' ? removing(member)(answer, context) : answer,
  ],
};

function eachWithout(answer: Answer, member: string): Answer {
  const items = jsonMember(answer.body, 'items');
  if (!isJsonObject(answer.body) || !Array.isArray(items)) return answer;
  // Array.isArray widens a readonly array to any[].
  const left = (items as readonly Json[]).map((item) => replaced(item, [member], undefined));
  return { ...answer, body: { ...answer.body, items: left } };
}

/** A refused request that begins a deletion or changes the `spec`, of which one kind of look alone tells. */
export const seenByOne: readonly Deviation[] = REFUSED.filter(({ slug }) =>
  ['no-token', 'post', 'over-long-pool', 'unknown-template'].includes(slug),
).flatMap(({ slug, says, is }) =>
  Object.entries(EFFECTS).flatMap(([name, [does, member, effect]]) =>
    Object.entries(TOLD).map(
      ([by, [tells, leaveOut]]): Deviation => ({
        name: `${slug}-yet-${name}-in-${by}`,
        title: `A ${says} is refused and, as ${tells}, ${does}.`,
        // Nobody is told that it is on its way out, so the DELETE that follows is refused as well.
        catches:
          name === 'deleting' && by === 'show' ? 'delete.200.status' : 'delete.effect.refused-unchanged',
        effect: (context, carryOut) => {
          carryOut();
          if (is(context)) effect(context);
        },
        answer: (answer, context) => leaveOut(answer, context, member),
      }),
    ),
  ),
);
