const GRAMMAR =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const MINUTES_OF_A_DAY = 1440;

/** Whether a text is a `date-time` of RFC 3339, section 5.6, on a day and at a time that exist. */
export function isDateTime(text: string): boolean {
  const parts = GRAMMAR.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const [zoneHour, zoneMinute] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  if (hour > 23 || minute > 59 || zoneHour > 23 || zoneMinute > 59) return false;
  if (second < 60) return true;
  // Section 5.7: a leap second is the last one of a day of UTC.
  const ahead = (parts[7] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute);
  const minuteOfUtc = (hour * 60 + minute - ahead + 2 * MINUTES_OF_A_DAY) % MINUTES_OF_A_DAY;
  return second === 60 && minuteOfUtc === MINUTES_OF_A_DAY - 1;
}

/** Whether two texts say the same moment: RFC 3339 writes one with any zone. */
export function sameInstant(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  return isDateTime(one) && isDateTime(other) && Date.parse(one) === Date.parse(other);
}

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}
