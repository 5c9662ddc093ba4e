import type { TargetOutcome } from '../../model/targets.ts';
import { encodedPart } from '../encoded-part.ts';
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
