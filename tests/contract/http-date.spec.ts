import { expect } from '@playwright/test';
import { httpDate } from '../../src/engine/contract/http-date.ts';
import { test } from '../own-test.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
const READ: Readonly<Record<string, string>> = {
  'Sun, 06 Nov 1994 08:49:37 GMT': '1994-11-06T08:49:37.000Z',
  'Sunday, 06-Nov-94 08:49:37 GMT': '1994-11-06T08:49:37.000Z',
  'Sun Nov  6 08:49:37 1994': '1994-11-06T08:49:37.000Z',
  'Fri Nov 27 12:00:00 2026': '2026-11-27T12:00:00.000Z',
  'Friday, 27-Nov-26 12:00:00 GMT': '2026-11-27T12:00:00.000Z',
  'Wednesday, 27-Nov-75 12:00:00 GMT': '2075-11-27T12:00:00.000Z',
  'Sunday, 27-Nov-77 12:00:00 GMT': '1977-11-27T12:00:00.000Z',
  'Saturday, 28-Nov-76 12:00:00 GMT': '1976-11-28T12:00:00.000Z',
  'Tue, 29 Feb 2028 00:00:00 GMT': '2028-02-29T00:00:00.000Z',
  'Sat, 31 Dec 2016 23:59:60 GMT': '2017-01-01T00:00:00.000Z',
  ' Sun, 06 Nov 1994 08:49:37 GMT ': '1994-11-06T08:49:37.000Z',
};

for (const [text, expected] of Object.entries(READ)) {
  test(`the HTTP-date ${JSON.stringify(text)} is read in UTC, wherever the machine stands`, () => {
    const zone = process.env['TZ'];
    for (const one of ['America/Los_Angeles', 'Asia/Shanghai', 'UTC']) {
      process.env['TZ'] = one;
      const time = httpDate(text, NOW);
      expect(time === null ? null : new Date(time).toISOString()).toBe(expected);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
}

for (const text of [
  '',
  '120',
  '-1',
  'tomorrow',
  '2026-11-27T12:00:00Z',
  '2026-11-27',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 PST',
  'Sun, 06 Nov 1994 08:49:37 +0800',
  'Sun, 31 Apr 1994 08:49:37 GMT',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:49:37 GMT',
  'Sun, 06 Nov 94 08:49:37 GMT',
  'Sun Nov 6 08:49:37 1994',
]) {
  test(`${JSON.stringify(text)} is no HTTP-date`, () => expect(httpDate(text, NOW)).toBeNull());
}
