import { expect } from '@playwright/test';
import { reportHar } from '../../src/engine/report/har.ts';
import type { HarEntry } from '../../src/engine/report/har-format.ts';
import { readHar } from '../../src/engine/report/har-read.ts';
import { test } from '../own-test.ts';
import { namesIn } from '../suites/notes/api.ts';
import { SAMPLE } from './sample.ts';
import { AT, EXCHANGES, exchange, LIST, NAMES, NOTE } from './sample-exchanges.ts';

const TEXT = reportHar(SAMPLE);
const LOG = (JSON.parse(TEXT) as { log: { version: string; entries: HarEntry[]; creator: unknown } }).log; // our own

test('what is read back are the exchanges themselves', () => {
  expect(readHar(TEXT)).toEqual(EXCHANGES);
  expect(EXCHANGES.length).toBeGreaterThan(15);
});

test('a status line that says 0 is not taken for none, and no blank of a body is lost', () => {
  const [first] = EXCHANGES;
  const response = first?.response ?? null;
  if (first === undefined || response === null) throw new Error('The sample has no first answer.');
  const data = '\uFEFF {}\r\n';
  const odd = { ...first, response: { ...response, status: 0, body: { ...response.body, data } } };
  expect(readHar(reportHar({ ...SAMPLE, exchanges: [odd] }))).toEqual([odd]);
});

test('an exchange keeps the names that it was asked for, odd ones and none', () => {
  const odd = { project: '', collection: '\u0000/%2F"', item: '[REDACTED]\uD83D' };
  const exchanges = [exchange({ names: odd }), exchange({ names: null, index: 1 })];
  expect(readHar(reportHar({ ...SAMPLE, exchanges }))).toEqual(exchanges);
});

test('of a file without names they are read from the URLs, by what the suite makes of these', () => {
  const exchanges = [NOTE, LIST, 'https://other.example/tokens'].map((url, index) =>
    exchange({ index, request: { url } }),
  );
  const har = JSON.parse(reportHar({ ...SAMPLE, exchanges })) as { log: { entries: object[] } }; // our own
  const entries = har.log.entries.map((entry) => ({ ...entry, _names: undefined }));
  const read = readHar(JSON.stringify({ log: { ...har.log, entries } }), {
    namesIn: (url) => namesIn(new URL(url).pathname),
  });
  expect(read.map(({ names: _, ...rest }) => rest)).toEqual(exchanges.map(({ names: _, ...rest }) => rest));
  expect(read.map(({ names }) => names)).toEqual([NAMES, { ...NAMES, item: '' }, null]);
});

test('a run without an exchange gives an empty log', () => {
  expect(readHar(reportHar({ ...SAMPLE, exchanges: [] }))).toEqual([]);
});

test('the file is HAR 1.2, entry by entry', () => {
  expect(LOG.version).toBe('1.2');
  expect(LOG.creator).toEqual(SAMPLE.report.suite);
  for (const { time, timings, request, response } of LOG.entries) {
    const { blocked, dns, connect, send, wait, receive, ssl } = timings;
    const sum = [blocked, dns, connect, send, wait, receive, ssl]
      .filter((one) => one >= 0)
      .reduce((a, b) => a + b, 0);
    expect(time).toBeCloseTo(sum, 6);
    expect([send, wait, receive].every((one) => one >= 0)).toBe(true);
    expect(URL.canParse(request.url)).toBe(true);
    expect(request.bodySize).toBe(Buffer.byteLength(request.postData?.text ?? ''));
    expect(response.content.mimeType).not.toBe('');
    expect(response.content.size).toBe(
      Buffer.from(response.content.text ?? '', response.content.encoding).length,
    );
  }
});

test('an exchange without an answer has the status 0, one with a query its parameters', () => {
  expect(LOG.entries[AT.silent]?.response).toMatchObject({ status: 0, headers: [], bodySize: -1 });
  expect(LOG.entries.at(-1)?.request.queryString).toEqual([
    { name: 'detail', value: 'true' },
    { name: 'a', value: '1' },
    { name: 'a', value: '2' },
  ]);
});

for (const [name, text, place] of [
  ['no JSON', '{', 'no JSON'],
  ['no object', '[]', 'its top'],
  ['no log', '{}', '`/log`'],
  ['no entries', '{"log": {}}', '`/log/entries`'],
  ['an entry of another program', '{"log": {"entries": [{"request": {}}]}}', '`/log/entries/0/_timings`'],
  [
    'a name that is none',
    TEXT.replace('"collection":"', '"collection":1,"x":"'),
    '`/log/entries/0/_names/collection`',
  ],
  ['an unknown purpose', TEXT.replace('"_purpose":"list"', '"_purpose":"play"'), '`/log/entries/0/_purpose`'],
] as const) {
  test(`a file with ${name} is refused with the place`, () => {
    expect(() => readHar(text)).toThrow(place);
  });
}
