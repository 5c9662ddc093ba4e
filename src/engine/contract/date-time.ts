const GRAMMAR =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const MINUTES_OF_A_DAY = 1440;

/** Whether a text is a `date-time` of RFC 3339, section 5.6, on a day and at a time that exist. */
export function isDateTime(text: string): boolean {
  const parts = GRAMMAR.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const [zoneHour, zoneMinute] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  if (hour > 23 || minute > 59 || zoneHour > 23 || zoneMinute > 59) return false;
  if (second < 60) return true;
  // Section 5.7: a leap second is the last one of a day of UTC.
  const ahead = (parts[8] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute);
  const minuteOfUtc = (hour * 60 + minute - ahead + 2 * MINUTES_OF_A_DAY) % MINUTES_OF_A_DAY;
  return second === 60 && minuteOfUtc === MINUTES_OF_A_DAY - 1;
}

/** A moment as a text tells it, in picoseconds since 1970 in UTC, and the unit in which it does. */
export interface Moment {
  readonly at: bigint;
  /** A second, or the last digit of its fraction. */
  readonly unit: bigint;
}

/** Digits of a fraction that are read: those of a picosecond. */
const DIGITS = 12;

const SECOND = 10n ** BigInt(DIGITS);

/** The moment that a `date-time` of RFC 3339 says; null where the text is none. */
export function momentOf(text: string): Moment | null {
  const parts = isDateTime(text) ? GRAMMAR.exec(text) : null;
  if (parts === null) return null;
  const fraction = (parts[7] ?? '').slice(0, DIGITS);
  const zone = parts[8] === undefined ? 'Z' : text.slice(-6);
  // Date reads no leap second: it is the one after the 59th.
  const leap = parts[6] === '60' ? 1 : 0;
  const whole = `${text.slice(0, 10)}T${text.slice(11, 17)}${leap === 1 ? '59' : parts[6]}${zone}`;
  return {
    at: BigInt(Date.parse(whole) / 1000 + leap) * SECOND + BigInt(fraction.padEnd(DIGITS, '0')),
    unit: 10n ** BigInt(DIGITS - fraction.length),
  };
}

/** Whether two texts say one moment: written with any zone, and less than one unit of the coarser apart. */
export function sameInstant(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const [a, b] = [momentOf(one), momentOf(other)];
  if (a === null || b === null) return false;
  const apart = a.at < b.at ? b.at - a.at : a.at - b.at;
  return apart < a.unit || apart < b.unit;
}

/** How long after a moment, in milliseconds, another that is told so is surely a different one; a second where the text is none. */
export function unitMs(text: string): number {
  const unit = momentOf(text)?.unit ?? SECOND;
  return Math.max(1, Number(unit / 10n ** BigInt(DIGITS - 3)));
}

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}
