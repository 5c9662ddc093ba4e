import { openSync } from 'node:fs';
import { expect } from '@playwright/test';
import fc from 'fast-check';
import type { FileValue } from '../../src/engine/recording/file-value.ts';
import { JsonFile } from '../../src/engine/recording/json-file.ts';
import { Text } from '../../src/engine/recording/text.ts';
import { test } from '../own-test.ts';
import { harOf, written } from './har.ts';
import { judged } from './judged.ts';

const MIB = 1024 * 1024;

function read(text: string | Buffer): FileValue {
  const file = new JsonFile(openSync(written(text), 'r'));
  const value = file.value(80 * MIB);
  file.end();
  return value;
}

test('any JSON is read as JSON.parse reads it, wherever a piece of the file ends', () => {
  const value = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 40 }), (one, back) => {
      // What matters is where the first piece, of a MiB, ends.
      const text = `${' '.repeat(MIB - back)}${JSON.stringify([one, 'é\u0000"\\ 😀'], null, 1)}`;
      expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)));
    }),
    { numRuns: 30 },
  );
});

test('a member is its own whatever it is called', () => {
  const text = '[{"__proto__":{"a":1},"constructor":2,"toString":null}]';
  const value = read(text);
  expect(JSON.stringify(value)).toBe(text);
  expect(Object.getPrototypeOf(Array.isArray(value) ? value[0] : null)).toBe(Object.prototype);
});

test('what is no JSON is refused where JSON.parse refuses it', () => {
  for (const text of [
    '{"a":1,}',
    '[1 2]',
    '"\n"',
    '"\\x"',
    '"\\u12"',
    '01',
    '-',
    'tru',
    '{"a"}',
    '[',
    '"a',
    '{}{}',
    '',
  ]) {
    expect([text, isRefused(() => read(text))]).toEqual([text, isRefused(() => JSON.parse(text))]);
  }
});

function isRefused(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

test('a long text comes as its bytes, escapes undone, also where they stand at the end of a piece', () => {
  for (const back of [0, 1, 5, 11, 12]) {
    const text = `${'a'.repeat(2 * MIB - back)}\u0001😀"\\é${'b'.repeat(MIB)}`;
    const escaped = JSON.stringify(text).replace('😀', '\\ud83d\\ude00').replace('é', '\\u00e9');
    const value = read(escaped);
    if (!(value instanceof Text)) throw new Error('A long text is one of its own.');
    const { bytes, isCut } = value.bytes(64 * MIB);
    expect([back, isCut, bytes.equals(Buffer.from(text))]).toEqual([back, false, true]);
  }
  const cut = read(JSON.stringify('a'.repeat(2 * MIB)));
  expect(cut instanceof Text && cut.bytes(MIB)).toMatchObject({ isCut: true });
});

for (const [title, text, place] of [
  ['no JSON', '{"log": {\n "entries": [ {,} ]}}', 'line 2, column 16'],
  ['nothing', '', 'line 1, column 1'],
  ['what is cut off', harOf([]).slice(0, -3), `column ${harOf([]).length - 2}`],
  ['characters of several bytes before it', '\uFEFF{"é😀": x}', 'line 1, column 8'],
  ['an array', '[]', 'its top'],
  ['no log', '{}', '`/log`'],
  ['no entries', '{"log": {}}', '`/log/entries`'],
  ['entries that are none', '{"log": {"entries": {}}}', '`/log/entries`'],
  ['an entry that is none', '{"log": {"entries": [1]}}', '`/log/entries/0`'],
  ['an entry without a request', '{"log": {"entries": [{}]}}', '`/log/entries/0/request`'],
  [
    'a request without a URL',
    '{"log": {"entries": [{"request": {"method": "GET"}}]}}',
    '`/log/entries/0/request/url`',
  ],
] as const) {
  test(`a file with ${title} is refused with the place`, async () => {
    await expect(judged(written(text))).rejects.toThrow(place);
  });
}

test('a large body is judged, and one beyond what is read is inconclusive', async () => {
  const large = (length: number) => ({
    request: { method: 'DELETE', url: 'https://a.example/v2/a/pools/b/plugins/c', headers: [] },
    response: {
      status: 200,
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: { text: `{"kind": 1, "x": "${'x'.repeat(length)}"}` },
    },
  });
  const { report } = await judged(written(harOf([large(2 * MIB)])));
  const kind = report.requirements.find(({ id }) => id === 'delete.200.body.kind');
  expect(kind?.outcome).toBe('failed');
});
