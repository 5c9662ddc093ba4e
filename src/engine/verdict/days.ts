const DAY_MS = 86_400_000;

/** The day of a time, `YYYY-MM-DD`, in UTC. The time is RFC 3339, as reports have it. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** How many days lie between two, both `YYYY-MM-DD`; less than 0 where the second one is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day so many days later. */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS).toISOString());
}

/** Whether a text is a day that there is, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && !Number.isNaN(Date.parse(text)) && daysLater(text, 0) === text;
}
