import type { Report } from '../../model/report.ts';
import type { TargetFigures, TargetsReport } from '../../model/targets.ts';
import { plural } from '../words.ts';
import { type Standing, worstFirst } from './standing.ts';

/** Where all of it is, where a summary has to be cut. */
export const ALL_TARGETS = '`targets.html`, among the reports of the run,';

/** As many names as a sentence has. */
const MOST_NAMES = 3;

/** Names in a sentence, the first of them where they are many: `a`, `b`, `c` and 7 more. */
export function namesText(names: readonly string[], most = MOST_NAMES): string {
  const quoted = names.map((name) => `\`${name}\``);
  const left = quoted.length - most;
  if (left > 0) return `${quoted.slice(0, most).join(', ')} and ${left} more`;
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

/** Why this verdict, in one sentence; `isBrief`: without the names of targets. */
export function totalsReason(report: TargetsReport, isBrief = false): string {
  const all = worstFirst(report);
  const namesOf = (...standings: readonly Standing[]) =>
    all.filter(({ standing }) => standings.includes(standing)).map(({ name }) => name);
  const listed = (list: readonly string[]) => (isBrief ? '' : `: ${namesText(list)}`);
  const of = plural(all.length, 'target');
  const broken = all
    .filter(({ outcome, standing }) => standing === 'non-conformant' || outcome?.verdict === 'non-conformant')
    .map(({ name }) => name);
  if (broken.length > 0) return `${broken.length} of ${of} did not conform${listed(broken)}.`;
  const open = namesOf('fault', 'interrupted', 'missing', 'inconclusive');
  if (all.length === 0) return 'No target was tested.';
  if (open.length > 0) return `Nothing can be said of ${open.length} of ${of}${listed(open)}.`;
  const waived = namesOf('conformant-with-waivers');
  if (waived.length === 0) return all.length === 1 ? 'The one target conforms.' : `All ${of} conform.`;
  return `No MUST was broken at ${of} but what waivers name, at ${namesText(waived)}.`;
}

/** What else is to be known of all of it, a sentence each: targets that were left out, and that not all were tested alike. */
export function totalsNotes({ names, missing, targets }: TargetsReport): readonly string[] {
  const left = names.length - targets.length - missing.length;
  const mocks = targets.filter(({ report }) => report?.mock === true).map(({ name }) => name);
  return [
    ...(missing.length === 0 ? [] : [`No machine tested ${namesText(missing)}.`]),
    ...(left > 0
      ? [`${plural(left, 'other target')} of the list ${left === 1 ? 'was' : 'were'} not asked for.`]
      : []),
    ...(mocks.length === 0 ? [] : [`A mock says nothing of a real endpoint: ${namesText(mocks)}.`]),
    ...differing('versions of the suite', targets, ({ suite }) => suite),
    ...differing('descriptions', targets, ({ contract }) => contract.slice(0, 12)),
  ];
}

/** A sentence where the runs of the targets differ in something: which have which. */
function differing(
  what: string,
  targets: TargetsReport['targets'],
  of: (report: TargetFigures) => string,
): readonly string[] {
  const groups = new Map<string, readonly string[]>();
  for (const { name, report } of targets) {
    if (report !== null) groups.set(of(report), [...(groups.get(of(report)) ?? []), name]);
  }
  if (groups.size < 2) return [];
  const told = [...groups].map(([value, names]) => `\`${value}\` at ${namesText(names)}`);
  return [`The targets were tested by different ${what}: ${told.join('; ')}.`];
}

/** The counts of requirements over all targets. */
export function countsOfAll({ targets }: TargetsReport): Report['counts'] {
  const sum = (outcome: keyof Report['counts']) =>
    targets.reduce((all, { report }) => all + (report?.counts[outcome] ?? 0), 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    drift: sum('drift'),
    notObserved: sum('notObserved'),
    inconclusive: sum('inconclusive'),
    notApplicable: sum('notApplicable'),
    waived: sum('waived'),
  };
}

/** What is new at all targets together, in a line; null where no history tells of any. */
export function changesOfAll({ targets }: TargetsReport): string | null {
  const told = targets.flatMap(({ report }) => (report?.changes == null ? [] : [report.changes]));
  if (told.length === 0) return null;
  const sum = (state: 'new' | 'still' | 'fixed') => told.reduce((all, one) => all + one[state], 0);
  const where =
    told.length === targets.length ? '' : `, at ${told.length} of ${plural(targets.length, 'target')}`;
  return `Since the last comparable runs: ${sum('new')} new, ${sum('still')} still, ${sum('fixed')} fixed${where}`;
}
