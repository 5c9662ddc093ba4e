import { expect } from '@playwright/test';
import { isDateTime } from '../../src/engine/contract/date-time.ts';
import { Salted } from '../../src/lifecycle/masked/salted.ts';
import { test } from '../own-test.ts';

const [ONE, OTHER] = [new Salted('one'), new Salted('other')];

test('equal values get equal tokens, and by another salt others', () => {
  expect(ONE.token('log-agent')).toMatch(/^masked-[0-9a-f]{16}$/);
  expect(ONE.token('log-agent')).toBe(new Salted('one').token('log-agent'));
  expect(ONE.token('log-agent')).not.toBe(ONE.token('log-agents'));
  expect(ONE.token('log-agent')).not.toBe(OTHER.token('log-agent'));
  expect(ONE.token('7', 'number')).not.toBe(ONE.token('7'));
  expect(ONE.hash('ab'.repeat(32))).toMatch(/^[0-9a-f]{64}$/);
  expect(ONE.hash('ab'.repeat(32))).not.toBe(OTHER.hash('ab'.repeat(32)));
});

test('a time is another one of the same form, as far from those of its owner as before', () => {
  const [first, second] = ['2025-03-17T12:29:18Z', '2025-03-17T12:30:20Z'].map((time) =>
    ONE.time(time, 'a'),
  ) as [string, string];
  expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(first).not.toContain('2025-03-17T12:29:18');
  expect(Date.parse(second) - Date.parse(first)).toBe(62_000);
  expect(ONE.time('2025-03-17T12:29:18Z', 'b')).not.toBe(first);
  expect(OTHER.time('2025-03-17T12:29:18Z', 'a')).not.toBe(first);
});

test('what a time says beside its second stays, whatever its form', () => {
  for (const [time, form] of [
    ['2025-03-17t12:29:18.123456+05:30', /^\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d\.123456\+05:30$/],
    ['2025-12-31T23:59:60Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
    ['0001-01-01T00:00:00Z', /^\d{4}-\d\d-\d\dT|^masked-/],
  ] as const) {
    expect(ONE.time(time, 'a'), time).toMatch(form);
    expect(isDateTime(ONE.time(time, 'a')) || ONE.time(time, 'a').startsWith('masked-'), time).toBe(true);
  }
  expect(ONE.time('yesterday', 'a')).toBe(ONE.token('yesterday'));
});
