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
  // What else would end an address in Markdown is encoded by itself.
  const folder = encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29');
  return `${folder}/${REPORT_FILES.html}`;
}
