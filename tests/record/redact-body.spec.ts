import { expect } from '@playwright/test';
import { recordBody } from '../../src/engine/http/body.ts';
import { redactor } from '../../src/engine/secrets/redact.ts';
import { keepBodies } from '../../src/lifecycle/large/kept-bodies.ts';
import { test } from '../own-test.ts';
import { resource } from '../suites/notes/api.ts';

const TOKEN = 'MIIabc+de/fgh"1\\2==';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const inBody = (text: string, ...secrets: readonly string[]) => redactor(() => secrets).inBody(text);

test('names that differ still differ, and what is one stays one', () => {
  const names = [
    TOKEN,
    base64(TOKEN),
    base64(`a${TOKEN}`),
    encodeURIComponent(TOKEN),
    encodeURIComponent(TOKEN).toLowerCase(),
    encodeURIComponent(encodeURIComponent(TOKEN)),
    JSON.stringify(TOKEN).slice(1, -1),
    TOKEN.replace('M', '&#77;'),
    TOKEN.replace('M', '%4D').replace('I', '%49'),
    `${TOKEN}x`,
    `${TOKEN}${TOKEN}`,
    'another-one',
    '[REDACTED]',
    '[REDACTED*]',
    '[REDACTED-2]',
    '[REDACTED-0.2]',
  ];
  const redact = redactor(() => [TOKEN, 'another-one']);
  const redacted = names.map(
    (name) => Object.keys(JSON.parse(redact.inBody(JSON.stringify({ [name]: 1 }))))[0],
  );
  expect(new Set(redacted).size).toBe(names.length);
  expect([redacted[0], redacted[11]]).toEqual(['[REDACTED]', '[REDACTED-2]']);
  const together = redact.inBody(JSON.stringify(Object.fromEntries(names.map((name) => [name, name]))));
  expect(JSON.parse(together)).toEqual(Object.fromEntries(redacted.map((name) => [name, name])));
});

test('a name in two spellings of JSON is one name', () => {
  const plain = JSON.stringify(TOKEN);
  const escaped = plain.replace('M', '\\u004D').replace('/', '\\/').replace('=', '\\u003d');
  expect(inBody(`{${plain}:1,${escaped}:2}`, TOKEN)).toBe('{"[REDACTED]":1,"[REDACTED]":2}');
});

test('what looks like a placeholder is another name, however it is escaped', () => {
  const each = (text: string) => [...text].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('');
  for (const alike of [
    '[REDACTED]',
    each('[REDACTED]'),
    `é${each('[')}REDACTED]`,
    `[REDACT${each('E')}D-2]`,
  ]) {
    const shown = inBody(`{"secret-number-one":1,"${alike}":2}`, 'secret-number-one');
    expect(Object.keys(JSON.parse(shown))).toEqual(['[REDACTED]', expect.stringContaining('[REDACTED*')]);
    expect(Object.keys(JSON.parse(inBody(`{"${alike}":2}`, 'secret-number-one')))).toEqual([
      expect.stringContaining('[REDACTED*'),
    ]);
  }
  expect(inBody('["\\u0041bc"]', 'secret-number-one')).toBe('["\\u0041bc"]');
});

test('placeholders are named by the order of the secrets, in any process', () => {
  const secrets = ['secret-number-one', 'secret-number-two', 'secret-number-three'];
  const one = redactor(() => secrets);
  const known = secrets.slice(0, 1);
  const other = redactor(() => known);
  other.inBody(JSON.stringify([secrets[0]]));
  known.push(...secrets.slice(1));
  for (const text of [secrets[2], base64(secrets[1] ?? ''), encodeURIComponent(secrets[0] ?? '')]) {
    expect(other.inBody(JSON.stringify([text]))).toBe(one.inBody(JSON.stringify([text])));
  }
});

test('what stands around a secret stays as it was written', () => {
  const text = `{ "a\\u0062\\/" : [ "x\\n${TOKEN.slice(0, 3)}" , 1.0, true,"<${TOKEN.slice(0, -5)}" ],"é":null}`;
  expect(inBody(text, TOKEN)).toBe(text);
  expect(inBody(`{ "a\\u0062\\/" : "x\\n ${encodeURIComponent(TOKEN)}\\t" , "é":1.0}\n`, TOKEN)).toBe(
    '{ "a\\u0062\\/" : "x\\n [REDACTED-1.2]\\t" , "é":1.0}\n',
  );
  expect(inBody('\uFEFF["secret-number-one"]', 'secret-number-one')).toBe('\uFEFF["[REDACTED]"]');
});

/** A secret, a JSON text, and what of it must stay. */
const TEXTS: readonly (readonly [secret: string, text: string, like: RegExp])[] = [
  ['12345678', '[12345678,-12345678,12345678.0]', /^\[(\d+),-\1,\1\.0\]$/],
  ['12345678', '[0.12345678,12345678e-2,9912345678]', /^\[0\.(\d+),\1e-2,99\1\]$/],
  ['12345678', '[1e12345678,1e-12345678]', /^\[1e(\d+),1e-\1\]$/],
  ['12345678', '{"a":12345678,"b":"12345678"}', /^\{"a":\d+,"b":"\[REDACTED\]"\}$/],
  ['00000000', '[100000000,0.00000000,-0.000000001]', /^\[1\d+,0\.0,-0\.01\]$/],
  ['12345.678', '[12345.678,-12345.6789]', /^\[(\d+)\.678,-\1\.6789\]$/],
  ['n1234567', '["\\n1234567"]', /^\["\[REDACTED[^"]*"\]$/],
  ['u0041bcdefg', '["\\u0041bcdefg"]', /^\["\[REDACTED[^"]*"\]$/],
  ['a","bcdef', '["xa","bcdefg"]', /^\["x[^"]+" , "[^"]+g"\]$/],
  ['abcdefg"', '["xabcdefg"]', /^\["x\[REDACTED[^"]*"\]$/],
  ['":"Note', '{"k":"Notebook"}', /^\{"k" : "[^"]+book"\}$/],
  ['        ', '{\n        "a":        1\n}', /^\{\s+"a":\s1\n\}$/],
  ['[],[],[]', '[[],[],[]]', /^\[\s*\[\s*\]\s*,\s*\[\s*\]\s*,\s*\[\s*\]\s*\]$/],
  [
    'pa"ss\\w{}rd',
    JSON.stringify({ 'pa"ss\\w{}rd': ['pa"ss\\w{}rd!'] }),
    /^\{"\[REDACTED\]":\["\[REDACTED\]!"\]\}$/,
  ],
];

for (const [secret, text, like] of TEXTS) {
  test(`\`${text}\` keeps its structure without \`${secret}\``, () => {
    const shown = inBody(text, secret);
    expect(shown).toMatch(like);
    expect(shown).not.toContain(secret);
    expect(shapeOf(JSON.parse(shown))).toEqual(shapeOf(JSON.parse(text)));
  });
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.values(value).map(shapeOf);
}

test('digits of two secrets stay two numbers', () => {
  const shown: unknown[] = JSON.parse(inBody('[12345678,87654321,12345678]', '12345678', '87654321'));
  expect(shown[0]).toBe(shown[2]);
  expect(shown[0]).not.toBe(shown[1]);
});

test('what is no JSON is rid of secrets as any text', () => {
  for (const around of ['<p>', 'plain ', '{"a":\'', '/* */ ["', '["\u0001']) {
    expect(inBody(`${around}12345678"]`, '12345678')).toBe(`${around}[REDACTED]"]`);
  }
  expect(inBody('["[REDACTED]"]')).toBe('["[REDACTED*]"]');
});

test('bytes that are no UTF-8 keep their structure too', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"secret-number-one":1,"'),
    Buffer.from([0xe9]),
    Buffer.from('":12345678}'),
  ]);
  const { encoding, data } = await recordBody(
    { bytes, contentEncoding: '', truncated: false, operation: null, inTime: () => true },
    redactor(() => ['secret-number-one', '12345678']),
    keepBodies({ file: null, resource, isOwn: () => false }),
  );
  expect(encoding).toBe('base64');
  expect(Buffer.from(data, 'base64').toString('latin1')).toMatch(/^\{"\[REDACTED\]":1,"é":\d+\}$/);
});

test('a large body full of secrets is read in time that grows as it does @slow', () => {
  // With its square, one would take longer than a test may.
  const secrets = ['secret-number-one', '12345678', '00000000'];
  const texts = [
    `[${'"secret-number-one",12345678,'.repeat(40_000)}0]`,
    `[${'12345678'.repeat(100_000)}]`,
    `[1${'0'.repeat(400_000)}]`,
    `["${'\\u0073ecret-number-one'.repeat(20_000)}"]`,
  ];
  for (const text of texts) {
    const shown = inBody(text, ...secrets);
    for (const secret of secrets) expect(shown.includes(secret)).toBe(false);
    expect(() => JSON.parse(shown)).not.toThrow();
  }
});
