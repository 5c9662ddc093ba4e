import { expect } from '@playwright/test';
import type { Exchange, HeaderLine } from '../../src/engine/model/exchange.ts';
import { dateOf } from '../../src/lifecycle/walk/answer.ts';
import { retryPause } from '../../src/lifecycle/walk/retry.ts';
import { test } from '../own-test.ts';
import { ask } from '../record/ask.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
/** The target's clock is an hour behind. */
const THEIRS: HeaderLine = ['Date', 'Fri, 27 Nov 2026 11:00:00 GMT'];

/** How long is waited for after such a `Retry-After`, in milliseconds, with the target's clock and without. */
const PAUSES: Readonly<Record<string, number>> = {
  '1': 1000,
  '1.5': 2000,
  '0.5': 1000,
  '.5': 1000,
  '2.': 2000,
  ' 3 ': 3000,
  '0': 250,
  '0.0': 250,
  '-1': 250,
  '+5': 250,
  '1e3': 250,
  '0x10': 250,
  '5 s': 250,
  '': 250,
  soon: 250,
  '120, 120': 120_000,
  '1, 7': 7000,
  '99999999': 99_999_999_000,
  'Fri, 27 Nov 2026 11:00:20 GMT': 20_000,
  'Friday, 27-Nov-26 11:00:20 GMT': 20_000,
  'Fri Nov 27 11:00:20 2026': 20_000,
  'Fri, 27 Nov 2026 11:00:00 GMT': 250,
  'Fri, 31 Dec 1999 23:59:59 GMT': 250,
  '2026-11-27T11:00:20Z': 250,
};

for (const [asked, pause] of Object.entries(PAUSES)) {
  test(`\`Retry-After: ${asked}\` is a pause of ${pause} ms`, async () => {
    const { TZ } = process.env;
    for (const zone of ['UTC', 'America/Los_Angeles']) {
      process.env['TZ'] = zone;
      expect(retryPause(await answered(THEIRS, ['Retry-After', asked]), 0, NOW)).toBe(pause);
    }
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });
}

test('a pause is never shorter than the back-off', async () => {
  const exchange = await answered(THEIRS, ['Retry-After', '1']);
  expect([0, 1, 2, 3, 4].map((retries) => retryPause(exchange, retries, NOW))).toEqual([
    1000, 1000, 1000, 2000, 4000,
  ]);
});

test('a date is held against the own clock where the answer has none', async () => {
  const exchange = await answered(['Retry-After', 'Fri, 27 Nov 2026 12:00:30 GMT']);
  expect(retryPause(exchange, 0, NOW)).toBe(30_000);
});

test('the longest of several lines counts, and one that says nothing does not', async () => {
  const lines: HeaderLine[] = [
    ['Retry-After', 'soon'],
    ['Retry-After', '2'],
    ['Retry-After', '4'],
  ];
  expect(retryPause(await answered(...lines), 0, NOW)).toBe(4000);
});

test('a `Date` is read in any of its three forms, in UTC', async () => {
  const { TZ } = process.env;
  process.env['TZ'] = 'America/Los_Angeles';
  for (const text of [
    'Fri, 27 Nov 2026 11:00:20 GMT',
    'Friday, 27-Nov-26 11:00:20 GMT',
    'Fri Nov 27 11:00:20 2026',
  ]) {
    expect(dateOf(await answered(['Date', text]))).toBe('2026-11-27T11:00:20.000Z');
  }
  expect(dateOf(await answered(['Date', '2026-11-27T11:00:20Z']))).toBeNull();
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
});

/** An answer that came over the wire with these headers. */
async function answered(...headers: readonly HeaderLine[]): Promise<Exchange> {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const { exchange } = await ask((socket) =>
    socket.end(`HTTP/1.1 429 Busy\r\n${lines}Content-Length: 0\r\n\r\n`),
  );
  return exchange;
}
