import type { TargetOutcome, TargetsReport } from '../../model/targets.ts';
import { EXIT, type Verdict } from '../../model/verdict.ts';
import { PACKAGE } from '../../package-root.ts';

/** The exit codes in the order in which one stands for all. */
const ORDER: readonly number[] = [
  EXIT.fault,
  EXIT.interrupted,
  EXIT.nonConformant,
  EXIT.inconclusive,
  EXIT.ok,
];

/** What a run ends with that has such a verdict, and nothing else to tell. */
const OF_VERDICT: Readonly<Record<Verdict, number>> = {
  conformant: EXIT.ok,
  'conformant-with-waivers': EXIT.ok,
  'non-conformant': EXIT.nonConformant,
  inconclusive: EXIT.inconclusive,
};

/** The first of 4, 130, 1, 3 and 0 among some exit codes: 2 counts as 3, none at all too, and what is none of ours as 4. */
export function worstExit(codes: readonly number[]): number {
  const known = codes.map((code) => {
    if (code === EXIT.usage) return EXIT.inconclusive;
    return ORDER.includes(code) ? code : EXIT.fault;
  });
  return ORDER.find((code) => known.includes(code)) ?? EXIT.inconclusive;
}

/** What a target ended with: never better than its verdict, nor than that it has none. */
export function exitOf({ exitCode, verdict }: Pick<TargetOutcome, 'exitCode' | 'verdict'>): number {
  return worstExit([exitCode, verdict === null ? EXIT.inconclusive : OF_VERDICT[verdict]]);
}

/**
 * The totals of many targets. `names`: all that the list of targets has, in its order. `isAllOfThem`: what is named there
 * and has no outcome is missing, as where several machines shared the list; elsewhere it was not asked for.
 */
export function totalsOf(
  outcomes: readonly TargetOutcome[],
  names: readonly string[],
  { isAllOfThem = false }: { readonly isAllOfThem?: boolean } = {},
): TargetsReport {
  const place = new Map(names.map((name, at) => [name, at]));
  const placeOf = ({ name }: TargetOutcome) => place.get(name) ?? names.length;
  const targets = [...outcomes].sort((a, b) => placeOf(a) - placeOf(b));
  const tested = new Set(outcomes.map(({ name }) => name));
  const missing = isAllOfThem ? names.filter((name) => !tested.has(name)) : [];
  const exitCode = worstExit([...targets.map(exitOf), ...missing.map(() => EXIT.inconclusive)]);
  return {
    formatVersion: 1,
    verdict: verdictOf(targets, exitCode),
    suite: { name: PACKAGE.name, version: PACKAGE.version },
    exitCode,
    ...spanOf(targets),
    names,
    missing,
    targets,
  };
}

/** It never contradicts the exit code: 0 is conformant, and 1 is not. */
function verdictOf(targets: readonly TargetOutcome[], exitCode: number): Verdict {
  const isBroken = ({ exitCode: code, verdict }: TargetOutcome) =>
    verdict === 'non-conformant' || code === EXIT.nonConformant;
  if (targets.some(isBroken)) return 'non-conformant';
  if (exitCode !== EXIT.ok) return 'inconclusive';
  return targets.some(({ verdict }) => verdict === 'conformant-with-waivers')
    ? 'conformant-with-waivers'
    : 'conformant';
}

function spanOf(targets: readonly TargetOutcome[]): Pick<TargetsReport, 'startedAt' | 'durationMs'> {
  const spans = targets.flatMap(({ report }) =>
    report === null ? [] : [{ from: Date.parse(report.startedAt), ms: report.durationMs }],
  );
  if (spans.length === 0) return { startedAt: null, durationMs: 0 };
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.from + span.ms));
  return { startedAt: new Date(from).toISOString(), durationMs: to - from };
}
