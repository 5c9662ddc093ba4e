import { expect } from '@playwright/test';
import { manifestOf, manifestText, readManifest } from '../../src/app/evidence/sealed/manifest.ts';
import { shapeProblem } from '../../src/app/evidence/sealed/manifest-shape.ts';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import type { Json } from '../../src/engine/json.ts';
import { test } from '../own-test.ts';
import { FILES, HEAD, sealed, withFiles } from './packs.ts';

const fits = ownSchema('manifest.schema.json');

const MANIFEST = manifestOf(HEAD, FILES);

test('a manifest has the members of the interface, its files by path, and a line feed at its end', () => {
  const text = manifestText(MANIFEST);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(Object.keys(MANIFEST)).toEqual(['formatVersion', 'run', 'verdict', 'contract', 'suite', 'files']);
  // As `sha256sum` gives them.
  expect(MANIFEST.files.map(({ path, sha256, bytes }) => [path, sha256.slice(0, 16), bytes])).toEqual([
    ['dispute.md', '83648b369187c8b1', 21],
    ['reports/conformance.json', '6c83eb0a838066b9', 30],
    ['reports/evidence.har', '71f59cedf37ddc40', 12],
  ]);
});

const FILE = { path: 'a', sha256: '0a'.repeat(32), bytes: 0 };
const at = (place: string, what: string) => `In \`MANIFEST.json\` \`${place}\` ${what}.`;
const without = (name: string) =>
  Object.fromEntries(Object.entries(MANIFEST).filter(([member]) => member !== name));

/** What is no manifest, and what is said of it; null of what is one. */
const CASES: readonly (readonly [value: unknown, problem: string | null])[] = [
  [MANIFEST, null],
  [{ ...MANIFEST, files: [] }, null],
  [{ ...MANIFEST, verdict: 'inconclusive' }, null],
  ...[null, [], 'text', 1].map((value) => [value, '`MANIFEST.json` holds no object.'] as const),
  ...['run', 'verdict', 'contract', 'suite', 'files', 'formatVersion'].map(
    (name) => [without(name), at(`/${name}`, 'is missing')] as const,
  ),
  [
    { ...MANIFEST, formatVersion: 2 },
    '`MANIFEST.json` has the format version `2`, and this version of the suite reads `1`.',
  ],
  [{ ...MANIFEST, formatVersion: '1' }, at('/formatVersion', 'is not `1`')],
  [{ ...MANIFEST, run: 'r' }, at('/run', 'is not a UUID')],
  [{ ...MANIFEST, run: `${HEAD.run}\n` }, at('/run', 'is not a UUID')],
  [{ ...MANIFEST, verdict: 'fine' }, at('/verdict', 'is not a verdict')],
  [{ ...MANIFEST, verdict: 'toString' }, at('/verdict', 'is not a verdict')],
  [{ ...MANIFEST, contract: '3F'.repeat(32) }, at('/contract', 'is not 64 hex digits in lower case')],
  [{ ...MANIFEST, contract: 3 }, at('/contract', 'is not 64 hex digits in lower case')],
  [{ ...MANIFEST, suite: '0.1.0' }, at('/suite', 'is not an object')],
  [{ ...MANIFEST, suite: { version: '0.1.0' } }, at('/suite/name', 'is missing')],
  [
    { ...MANIFEST, suite: { name: 's', version: '' } },
    at('/suite/version', 'is not a text that is not empty'),
  ],
  [{ ...MANIFEST, suite: { name: 's', version: '1', url: '' } }, at('/suite/url', 'is unknown')],
  [{ ...MANIFEST, files: {} }, at('/files', 'is not a list')],
  [{ ...MANIFEST, files: [FILE, null] }, at('/files/1', 'is not an object')],
  [{ ...MANIFEST, files: [{ ...FILE, path: '' }] }, at('/files/0/path', 'is not a text that is not empty')],
  [
    { ...MANIFEST, files: [{ ...FILE, sha256: '0a' }] },
    at('/files/0/sha256', 'is not 64 hex digits in lower case'),
  ],
  ...[-1, 0.5, 2 ** 53, '1', null].map(
    (bytes) =>
      [
        { ...MANIFEST, files: [{ ...FILE, bytes }] },
        at('/files/0/bytes', 'is not a length in bytes'),
      ] as const,
  ),
  [{ ...MANIFEST, files: [{ ...FILE, mode: 0 }] }, at('/files/0/mode', 'is unknown')],
  [{ ...MANIFEST, note: '' }, at('/note', 'is unknown')],
  [JSON.parse(`{"__proto__": 1, ${JSON.stringify(MANIFEST).slice(1)}`), at('/__proto__', 'is unknown')],
];

test('its shape is checked by hand as its schema says', () => {
  for (const [value, problem] of CASES) {
    // Each is a JSON value.
    expect([value, shapeProblem(value as Json)]).toEqual([value, problem]);
    expect([value, fits(value)]).toEqual([value, problem === null]);
  }
});

test('a manifest is read as it was written, or a sentence says why not', () => {
  const zip = sealed();
  const read = readManifest(zip);
  expect(read).toEqual({ manifest: MANIFEST, bytes: Buffer.from(manifestText(MANIFEST)) });
  const readOf = (content: string | Buffer | null) => {
    const found = readManifest(withFiles(zip, { 'MANIFEST.json': content }));
    return typeof found === 'string' ? found : 'read';
  };
  const text = manifestText(MANIFEST);
  expect(readOf(text)).toBe('read');
  expect(readOf(null)).toBe('The zip has no `MANIFEST.json`, so it is no pack of this suite.');
  expect(readOf('{')).toBe('`MANIFEST.json` is no JSON.');
  expect(readOf('[]')).toBe('`MANIFEST.json` holds no object.');
  expect(readOf('['.repeat(100_000))).toBe('`MANIFEST.json` is no JSON.');
  const asWritten =
    '`MANIFEST.json` is not written as this suite writes it: a member may be there twice, or its order is another.';
  for (const other of [
    text.replace('"verdict"', '"verdict": "conformant",\n  "verdict"'),
    JSON.stringify(MANIFEST),
    text.trimEnd(),
    JSON.stringify({ ...MANIFEST, run: HEAD.run, suite: { version: '0.1.0', name: 'some-suite' } }, null, 2),
    Buffer.from(text.replace('some-suite', 'some-\u00ff'), 'latin1'),
  ]) {
    expect(readOf(other)).toBe(asWritten);
  }
});
