import { shownText } from './inert.ts';

/** A time for people: `27 Nov 2026 20:21 UTC`; one that is none of the calendar's, a leap second, as it is. */
export function timeText(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return shownText(time, 40);
  const [, day, month, year] = date.toUTCString().split(/[ ,]+/);
  return `${Number(day)} ${month} ${year} ${date.toISOString().slice(11, 16)} UTC`;
}
