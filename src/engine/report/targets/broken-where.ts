import type { NotPassed, TargetFigures, TargetOutcome, TargetsReport } from '../../model/targets.ts';
import { countText } from '../words.ts';
import { worstFirst } from './standing.ts';

/** A requirement, and the targets where it had one outcome. */
export interface Where extends Pick<NotPassed, 'id' | 'title' | 'level'> {
  readonly names: readonly string[];
  /** The targets that were tested and where it had another one. */
  readonly others: readonly string[];
  /** In how many ways: the sets of fingerprints that differ. */
  readonly ways: number;
}

/** Whether a requirement fails the run of a target: violated, or drift in a strict one. */
export function failsAt({ strict }: Pick<TargetFigures, 'strict'>, { outcome }: NotPassed): boolean {
  return outcome === 'failed' || (strict && outcome === 'drift');
}

/** What is broken, and at which targets: what is broken at most of them first. */
export function brokenWhere(report: TargetsReport): readonly Where[] {
  return whereOf(report, failsAt);
}

/** What is violated and waived, and at which targets. */
export function waivedWhere(report: TargetsReport): readonly Where[] {
  return whereOf(report, (_, { outcome }) => outcome === 'waived');
}

function whereOf(
  { targets }: TargetsReport,
  isOf: (figures: TargetFigures, one: NotPassed) => boolean,
): readonly Where[] {
  const found = new Map<string, { one: NotPassed; names: string[]; ways: Set<string> }>();
  for (const { name, report } of targets) {
    if (report === null) continue;
    for (const one of report.notPassed.filter((each) => isOf(report, each))) {
      const known = found.get(one.id) ?? { one, names: [], ways: new Set() };
      known.names.push(name);
      known.ways.add(one.fingerprints.join(' '));
      found.set(one.id, known);
    }
  }
  const tested = targets.filter(({ report }) => report !== null).map(({ name }) => name);
  // Sorting keeps what is equal as it stands: in the order of the reports.
  return [...found.values()]
    .map(({ one: { id, title, level }, names, ways }) => {
      const at = new Set(names);
      const others = tested.filter((name) => !at.has(name));
      return { id, title, level, names, others, ways: ways.size };
    })
    .sort((a, b) => b.names.length - a.names.length);
}

/** In how many of the targets that were tested, and in how many ways: `38 of 40, in 2 ways`. */
export function howMany({ names, others, ways }: Where): string {
  const all = names.length + others.length;
  return `${countText(names.length)} of ${countText(all)}${ways > 1 ? `, in ${countText(ways)} ways` : ''}`;
}

/** As few targets as are told by name where all others have it. */
const FEW = 3;

/** `all`, or `all but` where that is shorter to say; null where the names themselves are. */
export function allBut({
  names,
  others,
}: Where): { readonly words: string; readonly but: readonly string[] } | null {
  if (names.length < 2 || others.length > FEW || others.length * 2 > names.length) return null;
  return { words: others.length === 0 ? 'all' : 'all but', but: others };
}

/** Why a target has its standing, in a sentence; null is one that no machine tested. */
export function reasonOf(outcome: TargetOutcome | null): string {
  return outcome?.reason ?? 'No machine tested it.';
}

/** Why some targets could not be told, and which: the worst first, each reason once. */
export function untestedWhere(report: TargetsReport): readonly {
  readonly reason: string;
  readonly names: readonly string[];
}[] {
  const groups = new Map<string, string[]>();
  for (const { name, standing, outcome } of worstFirst(report)) {
    if (!['fault', 'interrupted', 'missing', 'inconclusive'].includes(standing)) continue;
    const reason = reasonOf(outcome);
    groups.set(reason, [...(groups.get(reason) ?? []), name]);
  }
  return [...groups].map(([reason, names]) => ({ reason, names }));
}
