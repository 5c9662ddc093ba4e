import { momentOf } from './date-time.ts';
import { ExactNumber } from './exact-number.ts';
import { httpDate } from './http-date.ts';

/** A date and a time as most formats write them, with or without marks between their parts, a fraction and a zone. */
const PARTS =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})[Tt _]{1,3}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,:](\d{1,12}))?)?\s{0,3}(?:[Zz]|UTC|GMT|([+-])(\d{2}):?(\d{2})?)?$/;

const DAY = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/;

/** No time is written in more characters. */
const LONGEST = 64;

/** A count since 1970 of at least so many is one of thousandths of the unit before: seconds, milliseconds, and so on. */
const MOST_SECONDS = 1e11;

/**
 * When a time was, in milliseconds since 1970, where it is to be held against another for which is older: in any of the
 * ways in which people write times, one without a zone in UTC. Null where it is none.
 */
export function lenientTime(value: unknown): number | null {
  if (value instanceof ExactNumber) return countedTime(Number(value.text));
  if (typeof value === 'number') return countedTime(value);
  if (typeof value !== 'string') return null;
  if (value.length > LONGEST) return null;
  const text = value.trim();
  if (/^\d{9,20}(?:\.\d{1,12})?$/.test(text)) return countedTime(Number(text));
  const moment = momentOf(text);
  if (moment !== null) return Number(moment.at / 10n ** 9n);
  return httpDate(text, Date.UTC(2000, 0, 1)) ?? writtenTime(text);
}

function countedTime(count: number): number | null {
  if (!Number.isFinite(count) || count < 0) return null;
  let milliseconds = count * 1000;
  for (let most = MOST_SECONDS * 1000; milliseconds >= most; ) milliseconds /= 1000;
  return milliseconds;
}

function writtenTime(text: string): number | null {
  const [
    ,
    year,
    month,
    day,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    sign,
    zoneHour,
    zoneMinute,
  ] = PARTS.exec(text) ?? DAY.exec(text) ?? [];
  if (year === undefined) return otherwiseWritten(text);
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const ahead = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60_000;
  return at + Number(`0.${fraction || '0'}`) * 1000 - (sign === '-' ? -ahead : ahead);
}

/** Names of months and days in any order; a text without a zone is read as one of UTC, whatever this machine's is. */
function otherwiseWritten(text: string): number | null {
  if (!/\d{4}/.test(text)) return null;
  const hasZone = /(?:[Zz]|UTC|GMT|[+-]\d{2}:?\d{2}|\b[A-Z]{3,4})$/.test(text);
  const at = Date.parse(hasZone ? text : `${text} UTC`);
  return Number.isNaN(at) ? null : at;
}
