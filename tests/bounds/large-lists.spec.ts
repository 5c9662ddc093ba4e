import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { recordBody } from '../../src/engine/http/body.ts';
import type { KeptBodies } from '../../src/engine/http/large-bodies.ts';
import type { Body, Exchange } from '../../src/engine/model/exchange.ts';
import { harParts } from '../../src/engine/report/har.ts';
import { readHar } from '../../src/engine/report/har-read.ts';
import { redactor } from '../../src/engine/secrets/redact.ts';
import { changesIn } from '../../src/lifecycle/effects/changes.ts';
import { poolIn } from '../../src/lifecycle/effects/snapshot.ts';
import { keepBodies } from '../../src/lifecycle/large/kept-bodies.ts';
import { newRun } from '../../src/lifecycle/walk/plan.ts';
import { initialState } from '../../src/lifecycle/walk/state.ts';
import {
  createStore,
  readStore,
  runFile,
  storeBegin,
  storeEnd,
  storeExchange,
} from '../../src/lifecycle/walk/store.ts';
import { readPluginList, resource } from '../../src/suites/modelarts-plugins/resource.ts';
import { test } from '../own-test.ts';
import { SAMPLE } from '../report/sample.ts';
import { EXCHANGES } from '../report/sample-exchanges.ts';
import { neighbour } from './payloads.ts';

const COUNT = 10_000;
const POOL = 'pool-4cd0';

function listText(item: (at: number) => string | null, count = COUNT): string {
  const items = Array.from({ length: count }, (_, at) => item(at)).filter((one) => one !== null);
  return `{"kind":"PluginList","apiVersion":"v2","items":[${items.join()}]}`;
}

async function recorded(text: string, kept: KeptBodies): Promise<Body> {
  const bytes = gzipSync(text);
  const of = {
    bytes,
    contentEncoding: 'gzip',
    truncated: false,
    operation: 'ListPlugins',
    inTime: () => true,
  } as const;
  return kept.keep(
    await recordBody(
      of,
      redactor(() => []),
      kept,
    ),
  );
}

/** A List of the sample that was answered with this body. */
function listing(index: number, body: Body): Exchange {
  const list = EXCHANGES.find(({ purpose, response }) => purpose === 'list' && response?.status === 200);
  if (list?.response == null) throw new Error('The sample has no List.');
  const url = `https://host/v2/p/pools/${POOL}/plugins`;
  return {
    ...list,
    index,
    trouble: null,
    request: { ...list.request, url },
    response: { ...list.response, body },
  };
}

function keep(file: string | null = null): KeptBodies {
  return keepBodies({ file, resource, isOwn: ({ item: templateName }) => templateName === 'plug-7' });
}

test('of a long List each entry has its name, time, phase and uids, and what equals its spec @slow', async () => {
  const text = listText(neighbour);
  const { condensed, data } = await recorded(text, keep());
  expect(data).toBe('{"kind":"PluginList","apiVersion":"v2","items":[]}');
  const seen = poolIn(resource, listing(1, await recorded(text, keep())))?.what ?? [];
  expect([seen.length, condensed?.partial]).toEqual([COUNT, false]);
  const whole = readPluginList(JSON.parse(text), POOL) ?? [];
  expect(seen.map(({ name, creationTimestamp, phase }) => [name, creationTimestamp, phase])).toEqual(
    whole.map(({ name, creationTimestamp, phase }) => [name, creationTimestamp, phase]),
  );
  // A List that was kept whole is compared with one that was not.
  const list = (what: typeof whole) =>
    ({ lists: [{ exchange: listing(1, { encoding: 'utf-8', data, bytesOnWire: 1 }), what }] }) as const;
  expect(changesIn(seen, list(whole))).toEqual([]);
  expect(changesIn(whole, list(seen))).toEqual([]);
});

for (const [what, change, pointer] of [
  ['goes', () => null, undefined],
  ['changes its time', (at) => neighbour(at).replace('12:29:18Z', '12:29:19Z'), '/creationTimestamp'],
  ['changes its spec', (at) => neighbour(at, { other: true }), '/spec'],
  ['changes its status', (at) => neighbour(at).replace('Install complete', 'Other'), null],
] as const satisfies readonly (readonly [
  string,
  (at: number) => string | null,
  string | null | undefined,
])[]) {
  test(`in a long List one that ${what} is found, and nothing else @slow`, async () => {
    const kept = keep();
    const before = poolIn(resource, listing(1, await recorded(listText(neighbour), kept)))?.what ?? [];
    const changed = listText((at) => (at === 7777 ? change(at) : neighbour(at)));
    const later = poolIn(resource, listing(2, await recorded(changed, kept)));
    if (later === null) throw new Error('The List was not read.');
    const found = changesIn(before, { lists: [later, later] });
    expect(found.map(({ was, members }) => [was.name, members[0]?.pointer])).toEqual(
      pointer === null ? [] : [[`${POOL}-plug-7777`, pointer]],
    );
  });
}

test('a List of more entries than a run tells apart is not compared, and still names what is to be removed @slow', async () => {
  test.setTimeout(300_000);
  const kept = keep();
  const item = (at: number) =>
    `{"metadata":{"name":"${POOL}-plug-${at}"},"spec":{"template":{"name":"plug-${at}"}}}`;
  const body = await recorded(listText(item, 260_000), kept);
  expect([body.condensed?.partial, poolIn(resource, listing(1, body))]).toEqual([true, null]);
  const own = body.condensed?.items?.table.find(({ item: templateName }) => templateName === 'plug-7');
  expect(own?.spec).toEqual({ template: { name: 'plug-7' } });
});

test('what processes share, and the HAR, name an equal body and give all of it back @slow', async () => {
  const dir = test.info().outputPath('reports');
  createStore(dir, newRun(null));
  const file = runFile(dir, 'whole-texts');
  const kept = keep(file);
  const text = listText(neighbour);
  const bodies = [
    await recorded(text, kept),
    await recorded(text, kept),
    await recorded(
      listText((at) => neighbour(at, { at: 1.5 })),
      kept,
    ),
  ];
  const medium: Body = { encoding: 'utf-8', data: 'm'.repeat(20_000), bytesOnWire: 20_000 };
  const exchanges = [...bodies, medium, medium].map((body, index) => listing(index, body));
  storeBegin(dir, exchanges[0]?.scenario ?? '');
  for (const exchange of exchanges) storeExchange(dir, exchange);
  storeEnd(
    dir,
    { scenario: exchanges[0]?.scenario ?? '', exchanges, notes: [], withheld: [], blocked: null },
    initialState(1),
  );
  const stored = readStore(dir, resource.readItem).evidence[0]?.exchanges ?? [];
  expect(stored).toEqual(exchanges);
  expect(stored[1]?.response?.body).toBe(stored[0]?.response?.body);
  expect(statSync(runFile(dir, 'evidence.ndjson')).size).toBeLessThan(12_000_000);

  const har = Buffer.concat(
    [...harParts({ ...SAMPLE, exchanges: stored }, file)].map((part) => Buffer.from(part)),
  ).toString();
  const { entries } = JSON.parse(har).log;
  expect(entries.map((entry: { _sameAs?: number }) => entry._sameAs)).toEqual([
    undefined,
    0,
    undefined,
    undefined,
    3,
  ]);
  expect(entries[0].response.content.text).toBe(text);
  expect(entries[1].response.content.text).toBeUndefined();
  // What was judged of a whole text is read back, not the text.
  const read = readHar(har, resource);
  expect(read.map(({ response }) => response?.body.data)).toEqual(
    stored.map(({ response }) => response?.body.data),
  );
  const { whole, items } = read[0]?.response?.body.condensed ?? {};
  expect([whole, items?.table.length]).toEqual([{ from: 0, to: Buffer.byteLength(text) }, 2 * COUNT]);
  // Without the whole texts each entry of the List stands there in short, and the same is judged.
  const short = readHar([...harParts({ ...SAMPLE, exchanges: stored.map(withoutWhole) })].join(''));
  const [before, , after] = short.map((one) => poolIn(resource, one));
  if (before == null || after == null) throw new Error('The Lists were not read.');
  expect(before.what).toHaveLength(COUNT);
  expect(changesIn(before.what, { lists: [short.map((one) => poolIn(resource, one))[1] ?? after] })).toEqual(
    [],
  );
  expect(changesIn(before.what, { lists: [after] })).toHaveLength(100);
});

function withoutWhole(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response?.body.condensed === undefined) return exchange;
  const condensed = { ...response.body.condensed, whole: null };
  return { ...exchange, response: { ...response, body: { ...response.body, condensed } } };
}
