import { failingFindings } from '../judge/failing.ts';
import type { ReportedFinding } from '../model/finding.ts';
import type { JudgedRequirement } from '../model/report.ts';
import type { Waiver } from '../model/waiver.ts';

/** The target of a run, and whether drift fails there as a violation does. */
export interface WaivedPlace {
  readonly host: string;
  /** The name of the collection, as the settings have it. */
  readonly collection: string;
  readonly strict: boolean;
}

/** Waivers by what they are on a day. */
export interface WaiversOnDay {
  readonly valid: readonly Waiver[];
  readonly expired: readonly Waiver[];
  /** Those that hold from a later day on. */
  readonly notYet: readonly Waiver[];
}

/** The waivers that hold on a day, `YYYY-MM-DD`, those that no longer do, and those that do not yet. */
export function onDay(waivers: readonly Waiver[], today: string): WaiversOnDay {
  const hasBegun = ({ since }: Waiver) => since === undefined || since <= today;
  const isOver = ({ until }: Waiver) => until < today;
  return {
    valid: waivers.filter((one) => hasBegun(one) && !isOver(one)),
    expired: waivers.filter(isOver),
    notYet: waivers.filter((one) => !hasBegun(one) && !isOver(one)),
  };
}

/** The waivers that are for this target. */
export function waiversFor(
  waivers: readonly Waiver[],
  { host, collection }: Omit<WaivedPlace, 'strict'>,
): readonly Waiver[] {
  return waivers.filter(
    ({ scope, pool }) =>
      (scope === undefined || scope === host) && (pool === undefined || pool === collection),
  );
}

/**
 * Turns a failure into `waived` where waivers for this target cover each of its findings that fail; those stay in it. Where
 * they cover some, it stays a failure that says who waived those.
 */
export function applyWaivers(
  requirements: readonly JudgedRequirement[],
  waivers: readonly Waiver[],
  place: WaivedPlace,
): readonly JudgedRequirement[] {
  const here = waiversFor(waivers, place);
  return requirements.map((one) =>
    applied(
      one,
      here.filter(({ requirement }) => requirement === one.id),
      place.strict,
    ),
  );
}

function applied(one: JudgedRequirement, waivers: readonly Waiver[], strict: boolean): JudgedRequirement {
  if (waivers.length === 0 || !(one.outcome === 'failed' || (strict && one.outcome === 'drift'))) return one;
  const covers = failingFindings(one, strict).map((finding) =>
    waivers.find((waiver) => isCovered(finding, waiver)),
  );
  const used = new Set(covers.filter((waiver) => waiver !== undefined));
  const [waiver, ...moreWaivers] = waivers.filter((each) => used.has(each));
  if (waiver === undefined) return one;
  const named = { waiver, ...(moreWaivers.length === 0 ? {} : { moreWaivers }) };
  if (covers.includes(undefined)) return { ...one, ...named };
  const reason = [waiver, ...moreWaivers].map(sentenceOf).join(' ');
  return { ...one, outcome: 'waived', because: { reason }, ...named };
}

/** Whether a waiver of its requirement covers a finding. */
export function isCovered(
  { fingerprint }: Pick<ReportedFinding, 'fingerprint'>,
  { fingerprints }: Pick<Waiver, 'fingerprints'>,
): boolean {
  return fingerprints === undefined || fingerprints.includes(fingerprint);
}

function sentenceOf({ reason, until, approvedBy, ticket }: Waiver): string {
  const where = ticket === undefined ? '' : ` (${ticket})`;
  return `${approvedBy} waived it until ${until}${where}: ${reason}`;
}
