import { shownValue } from '../../lifecycle/settings/values.ts';

/** So many days ahead the last day of a waiver may be, where no setting says it. */
const DAYS = 90;

/** A hundred years. */
const MOST_DAYS = 36_500;

/** Reads how many days ahead the last day of a waiver may be; what is wrong is added to the problems. */
export function readMaxDays(text: string | null, problems: string[]): number {
  if (text === null) return DAYS;
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= MOST_DAYS) return value;
  problems.push(
    `\`CONFORMANCE_WAIVER_MAX_DAYS\` is ${shownValue(text)}; right would be a whole number from 1 to ${MOST_DAYS}.`,
  );
  return DAYS;
}
