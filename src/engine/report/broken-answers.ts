import { failingFindings } from '../judge/failing.ts';
import type { Exchange } from '../model/exchange.ts';
import type { JudgedRequirement, Report, ReportInput } from '../model/report.ts';
import { distinctFindings, type ToldFinding } from './findings.ts';
import { fails, plural } from './words.ts';

/** A requirement that an answer broke, and in which ways. */
export interface BrokenRequirement {
  readonly requirement: JudgedRequirement;
  /** Those by which it fails, each with how often it was made. */
  readonly findings: readonly ToldFinding[];
}

/** What broke requirements: one answer, or several that broke the same. */
export interface BrokenAnswer {
  /** The indexes of the exchanges, in order; [] of what no exchange shows. */
  readonly exchanges: readonly number[];
  /** E.g. `the 200 to 2 DELETEs`. */
  readonly title: string;
  /** In the order of the report. */
  readonly broken: readonly BrokenRequirement[];
}

/** The requirements that fail the run, together where the same exchanges show them, in the order of the report. */
export function brokenAnswers(
  input: Pick<ReportInput, 'report' | 'exchanges' | 'suite'>,
): readonly BrokenAnswer[] {
  return brokenTogether(input.report).map((group) => ({ ...group, title: titleOf(group.exchanges, input) }));
}

/** The same where the exchanges are not at hand, which the titles are made of. */
export function brokenTogether(
  report: Pick<Report, 'requirements' | 'strict'>,
): readonly Omit<BrokenAnswer, 'title'>[] {
  const groups = new Map<string, { exchanges: readonly number[]; broken: BrokenRequirement[] }>();
  for (const requirement of report.requirements) {
    if (!fails(report, requirement)) continue;
    const failing = failingFindings(requirement, report.strict);
    const found = failing.length === 0 ? requirement.findings : failing;
    const indexes = found.map(({ exchange }) => exchange).filter((index) => index !== undefined);
    const exchanges = [...new Set(indexes)].sort((a, b) => a - b);
    const key = exchanges.join();
    const group = groups.get(key) ?? { exchanges, broken: [] };
    group.broken.push({ requirement, findings: distinctFindings(found) });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** As many exchanges of one answer are named in a line. */
const MOST_EXCHANGES = 6;

/** The exchanges of an answer by number: `exchange 95`, `exchanges 19, 21, 23, 25, 27, 29, 4 more`. */
export function exchangesText(indexes: readonly number[]): string {
  const left = indexes.length - MOST_EXCHANGES;
  const named = [...indexes.slice(0, MOST_EXCHANGES), ...(left > 0 ? [`${left} more`] : [])];
  return `${indexes.length === 1 ? 'exchange' : 'exchanges'} ${named.join(', ')}`;
}

/** How many requirements answers broke. */
export function brokenCount(answers: readonly Pick<BrokenAnswer, 'broken'>[]): number {
  return answers.reduce((sum, { broken }) => sum + broken.length, 0);
}

/** What broke, in one sentence without its full stop: `4 answers broke 12 of 69 requirements: the 200 to 2 DELETEs, …`. */
export function brokenText(answers: readonly BrokenAnswer[], total: number): string {
  const most = 6;
  const titles = answers.slice(0, most).map(({ title }) => title);
  const more = answers.length > most ? [`${answers.length - most} more`] : [];
  return `${plural(answers.length, 'answer')} broke ${brokenCount(answers)} of ${plural(total, 'requirement')}: ${[...titles, ...more].join('; ')}`;
}

function titleOf(
  indexes: readonly number[],
  { exchanges, suite }: Pick<ReportInput, 'exchanges' | 'suite'>,
): string {
  const all = indexes.map((index) => exchanges[index]).filter((one) => one !== undefined);
  if (all.length === 0) return 'what no single answer shows';
  const statuses = [...new Set(all.map(({ response }) => response?.status ?? null))].sort();
  const answered = statuses.map((status) => (status === null ? 'no answer' : String(status)));
  const what = statuses.length === 1 && statuses[0] === null ? 'no answer' : `the ${answered.join(', the ')}`;
  return `${what} to ${requestsText(all, suite)}`;
}

/** `the DELETE without a token`, `2 DELETEs`, `3 DELETEs and 1 PUT`. */
function requestsText(exchanges: readonly Exchange[], suite: ReportInput['suite']): string {
  const [only] = exchanges;
  if (exchanges.length === 1 && only !== undefined) return `the ${requestText(only, suite)}`;
  const counts = new Map<string, number>();
  for (const { request } of exchanges) counts.set(request.method, (counts.get(request.method) ?? 0) + 1);
  return [...counts].map(([method, count]) => plural(count, method)).join(' and ');
}

/** What was sent, in words that follow an article: `DELETE without a token`; of what is no request under test its method. */
export function requestText({ request, probe }: Exchange, { requests }: ReportInput['suite']): string {
  // What was recorded elsewhere may call a probe whatever it likes.
  return (probe !== null && Object.hasOwn(requests, probe) ? requests[probe] : undefined) ?? request.method;
}
