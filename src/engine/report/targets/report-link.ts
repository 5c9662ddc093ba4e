import type { TargetOutcome } from '../../model/targets.ts';
import { REPORT_FILES } from '../file-names.ts';

/** Where the page of a target's own run is, seen from those of all, as a URL; null where it has none. */
export function reportLink({
  name,
  outcome,
}: {
  readonly name: string;
  readonly outcome: TargetOutcome | null;
}): string | null {
  if (outcome === null || outcome.report === null) return null;
  return `${encodedPart(name)}/${REPORT_FILES.html}`;
}

/** A part of an address, whatever is in it: half a character, which no file name has, becomes one that stands for it. */
export function encodedPart(text: string): string {
  const whole = Buffer.from(text).toString();
  // What else would end an address in Markdown is encoded by itself.
  return encodeURIComponent(whole).replaceAll('(', '%28').replaceAll(')', '%29');
}
