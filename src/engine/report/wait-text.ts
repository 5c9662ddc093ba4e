import type { ReportedWait } from '../model/report.ts';
import { countText, durationText } from './words.ts';

/** A wait of so many milliseconds is slow enough to be told where little else is. */
const SLOW_MS = 5000;

/** A wait in words: `gone after 5.8 s, asked 11 times`. */
export function waitedText({ what, ms, asked }: Pick<ReportedWait, 'what' | 'ms' | 'asked'>): string {
  return `${what} after ${durationText(ms)}, asked ${asked === 1 ? 'once' : `${countText(asked)} times`}`;
}

/** The slow waits of a run, the longest first. */
export function slowWaits(waits: readonly ReportedWait[]): readonly ReportedWait[] {
  return waits.filter(({ ms }) => ms >= SLOW_MS).sort((a, b) => b.ms - a.ms);
}
