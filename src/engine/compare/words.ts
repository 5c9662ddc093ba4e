import type { Cell, ComparedOutcome, ComparedRow, Comparison, Shared } from '../model/comparison.ts';
import { shortened } from '../report/inert.ts';
import { countText, OUTCOMES, plural, VERDICTS } from '../report/words.ts';

/** The first digits of a hash, as many as tell two apart. */
const DIGITS = 12;

/** As many characters of one label in a sentence. */
const MOST_OF_LABEL = 60;

/** An outcome as people read it; that of a report without the requirement too. */
export const COMPARED: Readonly<Record<ComparedOutcome, string>> = {
  ...OUTCOMES,
  absent: 'not in this report',
};

/** Whether the ways of a row need their marks: there are two, or two cells that have one outcome. */
export function isMarked({ ways, cells }: Pick<ComparedRow, 'ways' | 'cells'>): boolean {
  return ways.length > 1 || new Set(cells.map(({ outcome }) => outcome)).size < cells.length;
}

/** What became of a requirement, with the mark of the way where one is needed: `violated b`. */
export function cellText({ outcome, way }: Cell, row: ComparedRow): string {
  return way === null || !isMarked(row) ? COMPARED[outcome] : `${COMPARED[outcome]} ${way}`;
}

/** How the requirement failed there, as the first of the reports says it; '' where it did not. */
export function saysText({ way: of }: Cell, { ways }: ComparedRow): string {
  return ways.find(({ way }) => way === of)?.says ?? '';
}

/** How much differs, in few words: `5 of 77 requirements differ`. */
export function differText({ differing, requirements }: Comparison): string {
  if (differing === 0) return 'No requirement differs';
  return `${countText(differing)} of ${plural(requirements, 'requirement')} ${differing === 1 ? 'differs' : 'differ'}`;
}

/** How many reports stand side by side. */
export function sideBySideText({ reports }: Comparison): string {
  return `${countText(reports.length)} reports side by side`;
}

/** Which reports: `` `a`, `b` and 12 others ``; of more than `most` the first ones alone. */
export function namesText(
  reports: readonly number[],
  { reports: all }: Pick<Comparison, 'reports'>,
  most: number,
): string {
  const names = (at: readonly number[]) =>
    at.map((one) => `\`${quotable(shortened(all[one]?.label ?? '', MOST_OF_LABEL))}\``);
  // One name takes no more room than `1 other`.
  const told = reports.length <= most + 1 ? reports.length : most;
  const left = reports.length - told;
  const first = names(reports.slice(0, left === 0 ? -1 : told)).join(', ');
  const last = left === 0 ? (names(reports.slice(-1))[0] ?? '') : `${countText(left)} others`;
  return first === '' ? last : `${first} and ${last}`;
}

/** What a sentence can have between backticks. */
export function quotable(text: string): string {
  return text.replaceAll('`', "'");
}

/** In what the reports differ as a whole, which is no requirement of its own: a sentence each, then the notes. */
export function headTexts(comparison: Comparison, most: number): readonly string[] {
  const { suites, contracts, strictness, reports, notes } = comparison;
  const who = (of: readonly number[]) => namesText(of, comparison, most);
  const told = <Value>(
    what: string,
    shared: readonly Shared<Value>[],
    text: (value: Value) => string,
  ): readonly string[] =>
    shared.length < 2
      ? []
      : [`${what}: ${shared.map(({ value, reports: of }) => `${text(value)} in ${who(of)}`).join('; ')}.`];
  const those = (what: string, isOne: (report: Comparison['reports'][number]) => boolean) => {
    const of = reports.flatMap((one, at) => (isOne(one) ? [at] : []));
    if (of.length === 0) return [];
    return [`${what}: ${of.length === reports.length ? 'all' : who(of)}.`];
  };
  return [
    ...told('The versions of the suite differ', suites, (version) => `\`${quotable(version)}\``),
    ...told(
      'The descriptions differ',
      contracts,
      ({ title, version, sha256 }) =>
        `\`${quotable(`${title} ${version}`)}\` (SHA-256 \`${sha256.slice(0, DIGITS)}\`)`,
    ),
    ...told('Not all runs were strict', strictness, (strict) => (strict ? 'strict' : 'not strict')),
    ...those('Interrupted', ({ interrupted }) => interrupted),
    ...those('Against a mock, which says nothing of a real endpoint', ({ target }) => target.mock),
    ...notes,
  ];
}

/** The verdicts, each with how many reports have it: `2 non-conformant, 10 conformant`. */
export function verdictsText({ reports }: Comparison): string {
  const counts = new Map<string, number>();
  for (const { verdict } of reports) {
    const word = VERDICTS[verdict].toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${countText(count)} ${word}`).join(', ');
}
