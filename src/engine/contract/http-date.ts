const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** One way of writing a date, and which of its parts stands where. */
interface Form {
  readonly text: RegExp;
  readonly order: readonly Part[];
}

type Part = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';

/** RFC 9110, section 5.6.7: the form that is sent, that of RFC 850, and that of C's `asctime`. */
const FORMS: readonly Form[] = [
  {
    text: /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC)$/,
    order: ['day', 'month', 'year', 'hour', 'minute', 'second'],
  },
  {
    text: /^[A-Z][a-z]{5,8}, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d) (?:GMT|UTC)$/,
    order: ['day', 'month', 'year', 'hour', 'minute', 'second'],
  },
  {
    text: /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/,
    order: ['month', 'day', 'hour', 'minute', 'second', 'year'],
  },
];

/** A year of two digits that lies farther ahead is meant a century earlier (RFC 9110, section 5.6.7). */
const FARTHEST_YEARS = 50;

/**
 * The time that an HTTP-date names, in milliseconds since 1970, in UTC whatever the machine's zone; null where the text
 * is none. `now` is what tells the century of a year of two digits.
 */
export function httpDate(text: string, now: number): number | null {
  for (const form of FORMS) {
    const found = form.text.exec(text.trim());
    if (found !== null)
      return timeOf(new Map(form.order.map((part, at) => [part, found[at + 1] ?? ''])), now);
  }
  return null;
}

function timeOf(parts: ReadonlyMap<Part, string>, now: number): number | null {
  const of = (part: Part) => Number(parts.get(part));
  const [day, hour, minute, second] = [of('day'), of('hour'), of('minute'), of('second')];
  const month = MONTHS.indexOf(parts.get('month') ?? '');
  // 60 is a leap second.
  if (month === -1 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  const at = (year: number) => Date.UTC(year, month, day, hour, minute, second);
  const isShort = parts.get('year')?.length === 2;
  const year = isShort ? yearOf(of('year'), at, now) : of('year');
  // 31 April is no day.
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day ? at(year) : null;
}

function yearOf(digits: number, at: (year: number) => number, now: number): number {
  const today = new Date(now);
  const farthest = new Date(now).setUTCFullYear(today.getUTCFullYear() + FARTHEST_YEARS);
  const century = today.getUTCFullYear() - (today.getUTCFullYear() % 100);
  const years = [century + 100 + digits, century + digits, century - 100 + digits];
  return years.find((year) => at(year) <= farthest) ?? century + digits;
}
