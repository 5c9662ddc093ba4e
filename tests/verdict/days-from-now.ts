import { dayOf, daysLater } from '../../src/engine/verdict/days.ts';

/** The day so many days from today on, in UTC. */
export function dayFromNow(days: number): string {
  return daysLater(dayOf(new Date().toISOString()), days);
}
