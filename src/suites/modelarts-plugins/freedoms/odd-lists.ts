import fc from 'fast-check';
import { isJsonObject, type Json, jsonMember } from '../../../engine/json.ts';
import { describePlugin } from '../mock/plugin.ts';
import type { Pool } from '../mock/pool.ts';
import { neighbourIn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** Lists in which a change of the entries is made. */
function listing(change: (items: readonly Json[], pool: Pool, number: number) => readonly Json[]): Doing {
  return {
    manner: () => {
      let lists = 0;
      return {
        answer: (answer, { asked, refusal, pool }) => {
          const items = jsonMember(answer.body, 'items');
          if (asked.operation !== 'ListPlugins' || refusal !== null || !isJsonObject(answer.body))
            return answer;
          lists += 1;
          // Array.isArray widens a readonly array to any[].
          const all = Array.isArray(items) ? (items as readonly Json[]) : [];
          return { ...answer, body: { ...answer.body, items: change(all, pool, lists) } };
        },
      };
    },
  };
}

function twinOf(pool: Pool, creationTimestamp: string): readonly Json[] {
  const neighbour = neighbourIn(pool);
  return neighbour === undefined
    ? []
    : [describePlugin({ ...neighbour, creationTimestamp }, 'Running', false)];
}

/** Names are told apart by nobody, and a List may leave something out for once. */
export const oddLists: Freedom = {
  name: 'odd-lists',
  ways: [
    {
      title: 'two neighbours share a name',
      doing: fc.constant(
        listing((items, pool, number) => {
          const twins = twinOf(pool, '2024-01-01T00:00:00Z');
          return number % 2 === 0 ? [...twins, ...items] : [...items, ...twins];
        }),
      ),
    },
    {
      title: 'two entries have no name',
      doing: fc.constant(
        listing((items) => [
          ...items,
          ...['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z'].map((creationTimestamp) => ({
            metadata: { creationTimestamp },
          })),
        ]),
      ),
      // A neighbour without any name could be meant by any.
      without: ['near-names'],
    },
    {
      title: 'a List leaves a neighbour out for once',
      doing: fc
        .integer({ min: 2, max: 50 })
        .map((at) =>
          listing((items, { options }, number) =>
            number === at
              ? items.filter(
                  (item, index) =>
                    index !== items.findIndex((one) => templateOf(one) !== options.templateName) ||
                    templateOf(item) === options.templateName,
                )
              : items,
          ),
        ),
    },
  ],
};

function templateOf(item: Json): unknown {
  return jsonMember(jsonMember(jsonMember(item, 'spec'), 'template'), 'name');
}
