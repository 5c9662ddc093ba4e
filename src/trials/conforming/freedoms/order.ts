import fc from 'fast-check';
import { isJsonObject, type Json } from '../../../engine/json.ts';
import type { PlainDoing, PlainFreedom } from '../freedom.ts';
import { randomFrom, shuffled } from '../random.ts';

type Entries = readonly (readonly [string, Json])[];

function reordered(value: Json, order: (entries: Entries) => Entries): Json {
  // Array.isArray widens a readonly array to any[].
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => reordered(one, order));
  if (!isJsonObject(value)) return value;
  const inner = Object.entries(value).map(([name, one]) => [name, reordered(one, order)] as const);
  return Object.fromEntries(order(inner));
}

function inOrder(order: () => (entries: Entries) => Entries): PlainDoing {
  return {
    manner: () => {
      const sort = order();
      return { answer: (answer) => ({ ...answer, body: reordered(answer.body, sort) }) };
    },
  };
}

function shuffling(seed: number): () => (entries: Entries) => Entries {
  return () => {
    const random = randomFrom(seed);
    return (entries) => shuffled(entries, random);
  };
}

/** The members of an object have no order, and the entries of a List none that a page names. */
export const order: PlainFreedom = {
  name: 'order',
  ways: [
    {
      title: 'members stand the other way round',
      doing: fc.constant(inOrder(() => (entries) => entries.toReversed())),
    },
    {
      title: 'members are sorted',
      doing: fc.constant(inOrder(() => (entries) => entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))),
    },
    {
      title: 'members stand in another order each time',
      doing: fc.integer().map((seed) => inOrder(shuffling(seed))),
    },
    {
      title: 'a List has another order each time',
      doing: fc.integer().map((seed) => ({
        manner: () => {
          const random = randomFrom(seed);
          return { sees: (installed) => shuffled(installed, random) };
        },
      })),
    },
  ],
};
