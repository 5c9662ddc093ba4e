import { expect } from '@playwright/test';
import fc from 'fast-check';
import { JsonSkim, type Keep } from '../../src/lifecycle/large/json-skim.ts';
import { resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';
import { contract } from '../suites/modelarts-plugins/given.ts';

const ALL: Keep = { ...resource.documented, most: 10_000_000 };

/** What is kept of a text that comes in pieces of so many characters. */
function skimmed(text: string, piece = 7, keep = ALL) {
  const skim = new JsonSkim(keep);
  for (let at = 0; at < text.length; at += piece) skim.push(text.slice(at, at + piece));
  return skim.end();
}

test('what is small is kept whole, however it comes @slow', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(0, 2),
      (value, piece, space) => {
        const text = JSON.stringify(value, null, space);
        const { text: kept, state, partial } = skimmed(text, piece);
        expect([state, partial]).toEqual(['json', false]);
        expect(JSON.parse(kept)).toEqual(JSON.parse(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('it is JSON where JSON.parse says so @slow', () => {
  const broken = fc
    .tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom('', ',', '"', ']', '}', ':', '\\', '\\u00', '0', '-', 'tru', '\u0001', ' '),
    )
    .map(([value, at, put]) => {
      const text = JSON.stringify(value);
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + (at % 2));
    });
  fc.assert(
    fc.property(broken, fc.integer({ min: 1, max: 9 }), (text, piece) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect([text, skimmed(text, piece).state]).toEqual([text, isJson ? 'json' : 'not-json']);
    }),
    { numRuns: 2000 },
  );
});

test('documented members are found behind a million others, and a long text still differs from another', () => {
  const others = Array.from({ length: 5000 }, (_, at) => `"m${at}":${at}`).join();
  const { text, partial } = skimmed(
    `{${others},"kind":"Plugin","status":{"reason":"${'x'.repeat(300_000)}"}}`,
    1000,
  );
  const kept = JSON.parse(text);
  expect([kept.kind, kept.m999, kept.m1000, partial]).toEqual(['Plugin', 999, undefined, false]);
  expect(kept.status.reason.length).toBeLessThan(2000);
  const other = skimmed(`{"status":{"reason":"${'x'.repeat(299_999)}y"}}`, 1000).text;
  expect(JSON.parse(other).status.reason).not.toBe(kept.status.reason);
});

test('where items or values of a map are left out, that is said', () => {
  const keep = { ...ALL, most: 1000 };
  const resources = Array.from({ length: 500 }, (_, at) => ({ replicas: at }));
  expect(skimmed(JSON.stringify({ status: { resources } }), 99, keep).partial).toBe(true);
  const inputs = Object.fromEntries(resources.map((one, at) => [`a${at}`, one]));
  expect(skimmed(JSON.stringify({ spec: { template: { inputs } } }), 99, keep).partial).toBe(true);
  const behind = skimmed(JSON.stringify({ pad: resources, kind: 'Plugin' }), 99, keep);
  expect([behind.partial, JSON.parse(behind.text).kind]).toEqual([false, 'Plugin']);
});

test('what nests too deep is told, not kept', () => {
  expect(skimmed('['.repeat(1_000_000), 1000).state).toBe('too-deep');
  expect(skimmed('['.repeat(1000) + ']'.repeat(1000), 10).state).toBe('json');
});

test('the documented names are those of the description', () => {
  const fields = [...contract.operations.values()]
    .flatMap(({ responses }) => [...responses.values()])
    .flatMap((response) => response.fields);
  const names = fields.flatMap(({ steps }) => steps.filter((step) => step !== '*'));
  expect([...new Set(names)].filter((name) => !resource.documented.names.has(name))).toEqual([]);
  expect([...resource.documented.maps].filter((name) => !names.includes(name))).toEqual([]);
});
