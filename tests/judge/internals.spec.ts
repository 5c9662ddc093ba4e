import { expect } from '@playwright/test';
import { pointerOf } from '../../src/engine/contract/pointer.ts';
import { internalsIn, internalsOf } from '../../src/engine/judge/body/internals.ts';
import { judge } from '../../src/engine/judge/judge.ts';
import type { RecordedResponse } from '../../src/engine/model/exchange.ts';
import { test } from '../own-test.ts';
import { answer, evidence, PROBLEM, raw, refusal, TWIN } from '../rules/build.ts';
import { given } from './contract.ts';
import { BY_NUMBER } from './internals/by-number.ts';
import { BY_WORD } from './internals/by-word.ts';
import { HOSTS_AND_VERSIONS } from './internals/hosts-and-versions.ts';
import { BESIDE, NOT_BESIDE } from './internals/members.ts';
import { OTHER_WORDS } from './internals/other-words.ts';
import { TRACES } from './internals/traces.ts';

/** A text as other services put it into theirs. */
const ESCAPED: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify({ error_msg: text }),
  (text) => JSON.stringify(JSON.stringify({ error_msg: text })),
  (text) => JSON.stringify({ 'error-msg': [{ text }] }).replaceAll('/', '\\/'),
  (text) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => `<html><body><pre>${text.replaceAll('\n', '<br>')}</pre></body></html>`,
];

for (const [kind, texts] of Object.entries({ BY_NUMBER, BY_WORD, TRACES })) {
  test(`${kind}: each shows internals, however it is escaped`, () => {
    const missed = texts
      .flatMap((text) => ESCAPED.map((write) => write(text)))
      .filter((text) => internalsIn(text) === null);
    expect(missed).toEqual([]);
    expect(texts.length).toBeGreaterThan(30);
  });
}

for (const [kind, texts] of Object.entries({ HOSTS_AND_VERSIONS, OTHER_WORDS })) {
  test(`${kind}: none shows internals, however it is escaped`, () => {
    const blamed = texts
      .flatMap((text) => ESCAPED.map((write) => write(text)))
      .filter((text) => internalsIn(text) !== null || internalsOf({ a: [{ error_msg: text }] }) !== null);
    expect(blamed).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
  });
}

test('one frame is a trace where so few are enough, also in a text that was looked at before', () => {
  const frame = 'at remove (native)';
  expect([2, 1, 2, 1].map((fewest) => internalsIn(frame, fewest) !== null)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('members side by side are found at any depth, and pointed at', () => {
  for (const [body, pointer] of BESIDE) {
    const shown = internalsOf(body);
    expect([body, shown && pointerOf(shown.steps)]).toEqual([body, pointer]);
    const deep = internalsOf({ error_msg: 'no', details: [{}, { more: body }] });
    const deeper = `/details/1/more${pointer}`;
    expect([body, deep && pointerOf(deep.steps)]).toEqual([body, deeper]);
  }
});

test('members that name no line of a file are none', () => {
  for (const body of NOT_BESIDE)
    expect([body, internalsOf(body), internalsOf([body])]).toEqual([body, null, null]);
});

/** What the judge makes of an error. */
function judged(response: RecordedResponse) {
  const run = [evidence('unknown', refusal(response)), TWIN];
  return judge({ ...given, evidence: run, source: 'install', settleTimeoutMs: 900_000 }).find(
    ({ id }) => id === 'delete.error.no-internals',
  );
}

test('a finding points at the member, and shows what stands there', () => {
  const ofText = judged(
    answer(404, { ...PROBLEM, details: [{ note: 'Failed in pools.ex:12 of the service.' }] }),
  );
  expect(ofText?.findings[0]).toMatchObject({ pointer: '/details/0/note', actual: '"pools.ex:12"' });
  const ofMembers = judged(answer(404, { ...PROBLEM, trace: [{ fileName: 'Pools.java', lineNumber: 12 }] }));
  expect(ofMembers?.findings[0]).toMatchObject({
    message: 'The error shows a stack trace or a file and line.',
    pointer: '/trace/0/fileName',
    actual: '"fileName: Pools.java, lineNumber: 12"',
  });
});

test('a body that is no JSON, and one whose JSON hides a member, are read as texts', () => {
  for (const data of [
    '<pre>Pools.java:12</pre>',
    'in pools.yaml on line 12',
    '{"error_msg":"Pools.java:12","error_msg":"Bad request."}',
    `${'['.repeat(2000)}"at a.b.C.d(C.java:12)"`,
  ]) {
    const found = judged(raw(404, { data }));
    expect([data, found?.outcome]).toEqual([data, 'failed']);
    expect(found?.findings[0]).not.toHaveProperty('pointer');
  }
  expect(judged(raw(404, { data: '{"a":"example.rs:8443","a":1}' }))?.outcome).toBe('passed');
});
