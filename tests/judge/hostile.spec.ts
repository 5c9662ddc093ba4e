import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import type { Body } from '../../src/engine/model/exchange.ts';
import { test } from '../own-test.ts';
import { answer, deletion, evidence, note, raw, refusal, TWIN } from '../rules/build.ts';
import { given } from './contract.ts';

/** The ids of the requirements of these outcomes that a 404 with such a body leads to. */
function judged(body: Partial<Body>, outcome = 'failed') {
  const run = [evidence('unknown', refusal(raw(404, body))), TWIN];
  return judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 })
    .filter((one) => one.outcome === outcome && one.id.startsWith('delete.404.'))
    .map(({ id }) => id);
}

const MISSING = ['body.title', 'body.status'].map((field) => `delete.404.${field}`);
const LEVELS = 100_000;
const MANY = 50_000_000;

const BODIES: readonly (readonly [title: string, body: Partial<Body>, failed: readonly string[]])[] = [
  ['nothing', {}, ['delete.404.json']],
  ['white space', { data: ' \r\n\t' }, ['delete.404.json']],
  ['an open bracket', { data: '[' }, ['delete.404.json']],
  ['null', { data: 'null' }, ['delete.404.body']],
  ['a number that is no double', { data: '1e999' }, ['delete.404.body']],
  ['NUL bytes', { data: '\0\0' }, ['delete.404.json']],
  ['a comment', { data: '{} // no' }, ['delete.404.json']],
  ['a byte order mark alone', { data: '\uFEFF' }, ['delete.404.json', 'delete.404.json.encoding']],
  [
    'bytes that are no text',
    { encoding: 'base64', data: Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64') },
    ['delete.404.json', 'delete.404.json.encoding'],
  ],
  ['nested arrays', { data: '['.repeat(LEVELS) + ']'.repeat(LEVELS) }, ['delete.404.body']],
  ['a million nested arrays', { data: '['.repeat(1e6) + ']'.repeat(1e6) }, ['delete.404.body']],
  ['50 million open brackets', { data: '['.repeat(MANY) }, ['delete.404.body']],
  ['nested objects', { data: '{"a":'.repeat(LEVELS) }, ['delete.404.body']],
  ['lone surrogates', { data: '{"\\ud800":"\\udfff"}' }, MISSING],
  ['members of the prototype', { data: '{"__proto__":{"title":1},"constructor":1,"toString":2}' }, MISSING],
  [
    '`__proto__` twice',
    { data: '{"__proto__":1,"__proto__":2}' },
    ['delete.404.json.unique-names', ...MISSING],
  ],
  ['50 MB of text', { data: `"${'x'.repeat(MANY)}"` }, ['delete.404.body']],
  ['50 MB of escapes', { data: `"${'\\u0041'.repeat(MANY / 6)}"` }, ['delete.404.body']],
  ['50 MB of values', { data: `[${'{},'.repeat(MANY / 3)}0]` }, []],
  ['a body of a million items', { data: `[${'{},'.repeat(1e6)}0]` }, ['delete.404.body']],
];

for (const [title, body, failed] of BODIES) {
  test(`a 404 with ${title} is judged @slow`, () => {
    expect(judged(body)).toEqual(failed);
  });
}

test('a number of names that are all twice is told a hundred times @slow', () => {
  const data = `{${Array.from({ length: 5000 }, (_, at) => `"a${at % 2500}":1`).join(',')}}`;
  const [one] = judge({
    ...given,
    evidence: [evidence('unknown', refusal(raw(404, { data })))],
    source: 'install',
    settleTimeoutMs: 900_000,
  }).filter(({ id }) => id === 'delete.404.json.unique-names');
  expect(one?.findings).toHaveLength(100);
  expect(one?.findings[0]).toMatchObject({ pointer: '/a0', exchange: 1 });
});

/** What a search for internals might stop at, again and again: 2 MB of it then take longer than any test may. */
const SOME = 2_000_000;

const ALMOST = [
  ...[
    'a',
    '.',
    '.java',
    ' at x',
    '(',
    '\\',
    '/',
    'File "',
    'goroutine ',
    'Caused by: a.',
    '.rs:1',
    '.rs:1 ',
    '"',
    '<b ',
  ],
  ...[
    'x.json:1 ',
    '//a.rs:1',
    'u@a.rs:1 ',
    'line 1 ',
    '.a,line ',
    'file=a line=1 ',
    'line 1, col 1 ',
    'x.json 12:30 ',
  ],
  ...[
    '&#10;',
    '<br>',
    '\\n',
    '{',
    '[',
    '{"file":1}',
    '#0 ',
    ' 0x0',
    '1: a',
    'Error in ',
    'at async ',
    '\n    at a (',
    'A>>',
  ],
];

for (const text of ALMOST) {
  test(`an error of 2 MB of ${JSON.stringify(text)} is searched for internals @slow`, () => {
    const data = JSON.stringify(text.repeat(SOME / text.length));
    const run = [evidence('ill-formed', refusal(raw(400, { data }))), TWIN];
    const one = judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 }).find(
      ({ id }) => id === 'delete.error.no-internals',
    );
    expect(one?.outcome).toBe('passed');
  });
}

test('an error of a million members is searched for internals @slow', () => {
  const data = JSON.stringify({ a: Array.from({ length: 500_000 }, (_, line) => ({ file: null, line })) });
  const run = [evidence('ill-formed', refusal(raw(400, { data }))), TWIN];
  const one = judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 }).find(
    ({ id }) => id === 'delete.error.no-internals',
  );
  expect(one?.outcome).toBe('passed');
});

test('a notebook of a hundred thousand notes is compared @slow', () => {
  const notes = Array.from({ length: 100_000 }, (_, at) => note(`t${at}`));
  const lists = deletion().map((step) =>
    step.purpose === 'list' ? { ...step, response: answer(200, { notes }) } : step,
  );
  const run = [evidence('there', lists)];
  const one = judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 }).find(
    ({ id }) => id === 'delete.effect.neighbours',
  );
  expect(one?.outcome).toBe('passed');
});

test('a list of 50 MB of values is none that is read @slow', () => {
  const data = `{"notes":[${'{},'.repeat(MANY / 3)}0]}`;
  const lists = deletion().map((step) =>
    step.purpose === 'list' ? { ...step, response: raw(200, { data }) } : step,
  );
  const run = [evidence('there', lists)];
  const judgedAll = judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 });
  const outcomes = judgedAll.map(({ id, outcome }) => [id, outcome]);
  expect(outcomes).toContainEqual(['delete.effect.neighbours', 'inconclusive']);
  expect(outcomes).toContainEqual(['delete.effect.unlisted', 'inconclusive']);
});

test('lists and shows that are no such thing make no one a violator @slow', () => {
  for (const data of ['', '[', '{"notes":{}}', '{"notes":[null,1,[]]}', '['.repeat(LEVELS)]) {
    const steps = deletion().map((step) =>
      step.purpose === 'list' ? { ...step, response: raw(200, { data }) } : step,
    );
    const run = [evidence('there', steps)];
    const failed = judge({
      ...given,
      evidence: run,
      source: 'install',
      settleTimeoutMs: 900_000,
    }).filter(({ outcome }) => outcome === 'failed');
    expect(failed).toEqual([]);
  }
});
