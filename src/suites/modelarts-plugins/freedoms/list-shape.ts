import fc from 'fast-check';
import { isJsonObject, type JsonObject, jsonMember } from '../../../engine/json.ts';
import { describing } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

function listWith(change: (list: JsonObject) => JsonObject): Doing {
  return {
    manner: () => ({
      answer: (answer, { asked, refusal }) =>
        asked.operation === 'ListPlugins' && refusal === null && isJsonObject(answer.body)
          ? { ...answer, body: change(answer.body) }
          : answer,
    }),
  };
}

function emptied(list: JsonObject, hasNull: boolean): JsonObject {
  const { items, ...others } = list;
  if (!Array.isArray(items) || items.length > 0) return list;
  return hasNull ? { ...others, items: null } : others;
}

const lowerCase: Doing = {
  manner: () =>
    describing((plugin, { asked }) => {
      const metadata = jsonMember(plugin, 'metadata');
      if (asked.operation !== 'ListPlugins' || !isJsonObject(metadata)) return plugin;
      const { creationTimestamp, ...others } = metadata;
      return creationTimestamp === undefined
        ? plugin
        : { ...plugin, metadata: { ...others, creationtimestamp: creationTimestamp } };
    }),
};

/** Where the pages on List disagree with one another, and what its writers do with an empty one. */
export const listShape: Freedom = {
  name: 'list-shape',
  ways: [
    {
      title: 'List is a NodePoolList',
      doing: fc.constant(listWith((list) => ({ ...list, kind: 'NodePoolList' }))),
    },
    { title: 'List has its entries alone', doing: fc.constant(listWith(({ items = [] }) => ({ items }))) },
    {
      title: 'an empty List has null, or no entries at all',
      doing: fc
        .boolean()
        .map((hasNull) => ({ options: { neighbours: [] }, ...listWith((list) => emptied(list, hasNull)) })),
      without: ['neighbours'],
    },
    { title: 'List spells `creationtimestamp`', doing: fc.constant(lowerCase) },
  ],
};
