const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 9110, section 5.6.7: the form that is sent, that of RFC 850, and that of C's `asctime`. */
const FORMS: readonly RegExp[] = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?:GMT|UTC)$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?:GMT|UTC)$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<year>\d{4})$/,
];

/** A year of two digits that lies farther ahead is meant a century earlier (RFC 9110, section 5.6.7). */
const FARTHEST_YEARS = 50;

/**
 * The time that an HTTP-date names, in milliseconds since 1970, in UTC whatever the machine's zone; null where the text
 * is none. `now` is what tells the century of a year of two digits.
 */
export function httpDate(text: string, now: number): number | null {
  for (const form of FORMS) {
    const parts = form.exec(text.trim())?.groups;
    if (parts !== undefined) return timeOf(parts, now);
  }
  return null;
}

function timeOf(parts: Readonly<Record<string, string | undefined>>, now: number): number | null {
  const of = (name: string) => Number(parts[name]);
  const [day, hour, minute, second] = [of('day'), of('hour'), of('minute'), of('second')];
  const month = MONTHS.indexOf(parts['month'] ?? '');
  // 60 is a leap second.
  if (month === -1 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  const at = (year: number) => Date.UTC(year, month, day, hour, minute, second);
  const isShort = parts['year']?.length === 2;
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
