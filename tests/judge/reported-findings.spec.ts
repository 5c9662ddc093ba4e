import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { HeaderLine } from '../../src/engine/model/exchange.ts';
import type { ReportedFinding } from '../../src/engine/model/finding.ts';
import { test } from '../own-test.ts';
import { answer, DELETED, evidence, list, note, PROBLEM, raw, refusal, show } from '../rules/build.ts';
import { lost, tried } from '../rules/steps.ts';
import { given } from './contract.ts';

const JSON_TYPE: HeaderLine = ['Content-Type', 'application/problem+json'];

function findingsOf(id: string, ...all: readonly Evidence[]): readonly ReportedFinding[] {
  const judged = judge({ ...given, evidence: all, source: 'install', settleTimeoutMs: 900_000 });
  return judged.find((one) => one.id === id)?.findings ?? [];
}

function made(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

test('a finding has the fingerprint of its requirement, its place and its code', () => {
  const errors = [{ detail: 'No.' }, { detail: 'No.', found: { length: 'two' } }];
  const [found] = findingsOf(
    'delete.404.body.errors.found.length',
    evidence('unknown', refusal(answer(404, { ...PROBLEM, errors }))),
  );
  expect(found).toMatchObject({ code: 'type', count: 1, pointer: '/errors/1/found/length' });
  expect(found?.fingerprint).toBe(
    made('delete.404.body.errors.found.length', '/errors/*/found/length', 'type'),
  );
});

test('a member that is named twice has its place, also where what is read is another value', () => {
  const data = '{"a":[{"x":1,"x":2}],"a":{"0":{"x":1,"x":2}}}';
  const found = findingsOf('delete.404.json.unique-names', evidence('unknown', refusal(raw(404, { data }))));
  const place = (pointer: string) => made('delete.404.json.unique-names', pointer, 'named-twice');
  expect(found.map(({ fingerprint }) => fingerprint)).toEqual([
    place('/a/*/x'),
    place('/a'),
    place('/a/0/x'),
  ]);
  expect(found.filter((one) => 'steps' in one)).toEqual([]);
});

test('a finding says what the target calls its request, and the date of its answer, as they were sent', () => {
  const told = (...headers: readonly HeaderLine[]) => {
    const response = answer(500, {}, [JSON_TYPE, ...headers]);
    const [found] = findingsOf('delete.404.unknown.note', evidence('unknown', refusal(response)));
    return [found?.requestId, found?.date];
  };
  const date = 'Mon, 17-Mar-25 12:29:18 GMT';
  expect(told(['Note-Request', 'a-1'], ['DATE', date])).toEqual(['a-1', date]);
  expect(told(['note-request', ''], ['X-Request-Id', 'of-another-vendor'])).toEqual([undefined, undefined]);
  expect(told(['note-request', 'one'], ['note-request', 'two'])).toEqual(['one', undefined]);
  const [cut] = told(['note-request', 'x'.repeat(9000)]);
  expect(cut?.length).toBe(256);
  const [none] = findingsOf('delete.404.unknown.note', evidence('unknown', [lost('silent')]));
  expect(none).toMatchObject({ code: 'trouble-silent', exchange: 0 });
  expect(Object.keys(none ?? {}).filter((name) => ['requestId', 'date'].includes(name))).toEqual([]);
});

test('of ten thousand neighbours that are gone with a DELETE a hundred are told one by one, and the others as one', () => {
  const others = Array.from({ length: 10_000 }, (_, at) => note(`note-${at}`));
  const after = [show('settle', 404), list(), show('settle', 404), list()];
  const there = evidence('there', [
    list(...others, note()),
    show('read-back', 200),
    tried(DELETED),
    ...after,
  ]);
  const found = findingsOf('delete.effect.neighbours', there);
  expect(found.length).toBe(101);
  expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  expect(new Set(found.map(({ fingerprint }) => fingerprint))).toEqual(
    new Set([made('delete.effect.neighbours', '', 'not-listed')]),
  );
  expect(found[0]).toMatchObject({ count: 1, actual: 'missing' });
  const last = found.at(-1);
  expect(last?.message).toBe('And 9,900 more: Another note of the notebook is not in List afterwards.');
  expect([last?.count, last?.expected, last?.actual]).toEqual([9900, undefined, undefined]);
});

test('what is told of a body counts too, each place that is alike with its own', () => {
  const more = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`more-${at}`, at]));
  const members = findingsOf(
    'delete.404.members',
    evidence(
      'unknown',
      refusal(answer(404, { ...PROBLEM, errors: [{ detail: 'No.', found: { length: 1 }, ...more }] })),
    ),
  );
  expect(members.length).toBe(100);
  expect(members.reduce((sum, { count }) => sum + count, 0)).toBe(150);
  expect(new Set(members.map(({ fingerprint }) => fingerprint)).size).toBe(100);
  const errors = Array.from({ length: 400 }, () => ({ detail: 1 }));
  const details = findingsOf(
    'delete.404.body.errors.detail',
    evidence('unknown', refusal(answer(404, { ...PROBLEM, errors }))),
  );
  expect([details.length, details.at(-1)?.count]).toEqual([101, 300]);
  expect(new Set(details.map(({ fingerprint }) => fingerprint)).size).toBe(1);
});
