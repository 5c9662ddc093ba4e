import type { Outcome } from '../../model/requirement.ts';
import type { TargetOutcome, TargetsReport } from '../../model/targets.ts';
import { EXIT, type Verdict } from '../../model/verdict.ts';
import { plural, VERDICTS } from '../words.ts';
import { exitOf } from './totals.ts';

/** What is told of a target in a word or two: its verdict, or why that is not what counts. */
export type Standing = Verdict | 'fault' | 'interrupted' | 'missing';

/** The worst first: what explains the exit code of all stands before everything else. */
export const STANDINGS: readonly Standing[] = [
  'fault',
  'interrupted',
  'non-conformant',
  'missing',
  'inconclusive',
  'conformant-with-waivers',
  'conformant',
];

/** A standing as people read it. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  ...VERDICTS,
  fault: 'Fault of the suite',
  interrupted: 'Interrupted',
  missing: 'Not tested',
};

/** The verdict whose mark it wears: of what could not be told none says more than another. */
export function asVerdict(standing: Standing): Verdict {
  return standing === 'fault' || standing === 'interrupted' || standing === 'missing'
    ? 'inconclusive'
    : standing;
}

/** The outcome whose colour and mark it wears. */
export const STANDING_LOOK: Readonly<Record<Standing, Outcome>> = {
  conformant: 'passed',
  'conformant-with-waivers': 'waived',
  'non-conformant': 'failed',
  inconclusive: 'inconclusive',
  fault: 'inconclusive',
  interrupted: 'inconclusive',
  missing: 'inconclusive',
};

/** A target as the totals list it; `outcome` is null where no machine tested it. */
export interface Listed {
  readonly name: string;
  readonly standing: Standing;
  readonly outcome: TargetOutcome | null;
}

const BY_EXIT: Readonly<Record<number, Standing>> = {
  [EXIT.fault]: 'fault',
  [EXIT.interrupted]: 'interrupted',
  [EXIT.nonConformant]: 'non-conformant',
  [EXIT.inconclusive]: 'inconclusive',
};

/** The standing of a target that was tested. */
export function standingOf(outcome: TargetOutcome): Standing {
  const byExit = BY_EXIT[exitOf(outcome)];
  if (byExit !== undefined) return byExit;
  return outcome.verdict === 'conformant-with-waivers' ? 'conformant-with-waivers' : 'conformant';
}

/** All that should have been tested, the worst first, and else in the order of the list. */
export function worstFirst({ targets, missing, names }: TargetsReport): readonly Listed[] {
  const listed: readonly Listed[] = [
    ...targets.map((outcome) => ({ name: outcome.name, standing: standingOf(outcome), outcome })),
    ...missing.map((name) => ({ name, standing: 'missing' as const, outcome: null })),
  ];
  const place = new Map(names.map((name, at) => [name, at]));
  const rank = ({ standing, name }: Listed) =>
    STANDINGS.indexOf(standing) * (names.length + 1) + (place.get(name) ?? names.length);
  return [...listed].sort((a, b) => rank(a) - rank(b));
}

/** How many targets have which standing, the worst first; none that no target has. */
export function standingsIn(report: TargetsReport): readonly (readonly [Standing, number])[] {
  const all = worstFirst(report);
  return STANDINGS.map(
    (standing) => [standing, all.filter((one) => one.standing === standing).length] as const,
  ).filter(([, count]) => count > 0);
}

/** `40 targets: 2 non-conformant · 1 not tested · 37 conformant`. */
export function standingsText(report: TargetsReport): string {
  const counts = standingsIn(report).map(
    ([standing, count]) => `${count} ${STANDING_WORDS[standing].toLowerCase()}`,
  );
  const all = report.targets.length + report.missing.length;
  return all === 0 ? plural(all, 'target') : `${plural(all, 'target')}: ${counts.join(' · ')}`;
}
