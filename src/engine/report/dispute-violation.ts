import type { Exchange } from '../model/exchange.ts';
import type { ReportedFinding } from '../model/finding.ts';
import type { JudgedRequirement, ReportInput } from '../model/report.ts';
import { type BrokenRequirement, exchangesText } from './broken-answers.ts';
import { byKind, isEffect, type ToldFinding } from './findings.ts';
import { inert } from './inert.ts';
import { markdownCode, markdownSentence } from './markdown-text.ts';
import { repeatText } from './repeat.ts';
import { waivedInPart, waiversOf, waiverText } from './waiver-text.ts';
import { BASES, basisText, countText, plural } from './words.ts';

/** As many kinds of findings of one violation, and as many findings of each. */
const MOST_KINDS = 5;
const MOST_ALIKE = 3;

/** As many commands of one violation: it shows in each request alike. */
const MOST_REPEATED = 2;

/** To be written upon, on paper too; a line of nothing else would be a rule from edge to edge. */
const BLANK = '_'.repeat(60);

/** A violation by its number: what is demanded and how that was read, what was found, how to repeat it, and lines for the answer. */
export function violationBlocks(
  { requirement, findings }: BrokenRequirement,
  number: number,
  input: ReportInput,
): readonly string[] {
  const kinds = byKind(findings);
  const shown = kinds.slice(0, MOST_KINDS).map((alike) => alike.slice(0, MOST_ALIKE));
  const left = countOf(kinds.slice(MOST_KINDS).flat());
  return [
    `### ${number}. ${markdownSentence(requirement.title)}`,
    demandLines(requirement, input).join('\n'),
    ...shown.flatMap((some, at) => [
      ...some.flatMap((one) => findingBlocks(one, requirement, input)),
      ...moreBlock(countOf(kinds[at]?.slice(MOST_ALIKE) ?? []), 'more like it'),
    ]),
    ...moreBlock(left, 'more of other kinds'),
    ...repeatBlocks(shown.flat(), input),
    `Answer of the vendor: ${BLANK}`,
    `By whom, and when: ${BLANK}`,
  ];
}

function demandLines(requirement: JudgedRequirement, { report }: ReportInput): readonly string[] {
  const { id, title, clause, basis, source, outcome } = requirement;
  const readings = requirement.readings ?? source?.readings ?? [];
  return [
    `- requirement ${markdownCode(id)}`,
    `- clause: ${markdownSentence(clause)} (${BASES[basis]})`,
    ...(source === undefined || source.says === title
      ? []
      : [`- the document says: ${markdownSentence(source.says)}`]),
    ...(source?.note === undefined ? [] : [`- how it was read: ${markdownSentence(source.note)}`]),
    ...readings.map((reading) => readingLine(reading, report.readings)),
    ...(outcome === 'waived'
      ? waiversOf(requirement).map((one) => `- waived by ${markdownSentence(waiverText(one))}`)
      : []),
  ];
}

function readingLine(id: string, all: ReportInput['report']['readings']): string {
  const known = all.find((one) => one.id === id);
  const told = known === undefined ? '' : `: ${markdownSentence(`${known.documents} ${known.reading}`)}`;
  return `- rests on the reading ${markdownCode(id)}${told}`;
}

function findingBlocks(
  { finding, exchanges: indexes }: ToldFinding,
  requirement: JudgedRequirement,
  { exchanges }: ReportInput,
): readonly string[] {
  const { message, pointer, expected, actual, exchange, note, ...rest } = finding;
  const sent = exchanges[exchange ?? -1];
  const waivedBy = waivedInPart(finding, requirement);
  // What was added to the whole of the requirement stands above.
  const isTold = note !== undefined && requirement.source?.note?.includes(note) === true;
  const breaks = basisText(
    { ...rest, message, ...(note === undefined || isTold ? {} : { note }) },
    requirement,
  );
  const lines = [
    ...(expected === undefined ? [] : [`- expected ${markdownCode(expected)}`]),
    ...(actual === undefined ? [] : [`- actual ${markdownCode(actual)}`]),
    ...(pointer === undefined ? [] : [`- at ${pointer === '' ? 'the body itself' : markdownCode(pointer)}`]),
    `- breaks ${markdownSentence(breaks)}`,
    ...(sent === undefined
      ? []
      : [`- ${exchangesText(indexes)}${looksText(finding)}`, ...lookUpLines(finding, sent)]),
    ...(waivedBy === null ? [] : [`- waived by ${markdownSentence(waivedBy)}`]),
  ];
  const what = finding.kind === 'drift' ? 'Drift, which fails a strict run' : 'Found';
  return [`**${what}:** ${markdownSentence(message)}`, lines.join('\n')];
}

function looksText({ before, after }: ReportedFinding): string {
  const looks = [
    ...(before === undefined ? [] : [`the look before it ${before}`]),
    ...(after === undefined ? [] : [`the one after it ${after}`]),
  ];
  return looks.length === 0 ? '' : ` (${looks.join(', ')})`;
}

/** By which the target's own logs tell of it. */
function lookUpLines(
  { requestId, date }: ReportedFinding,
  { startedAt, response }: Exchange,
): readonly string[] {
  const sent = `- sent ${markdownCode(startedAt)}`;
  if (response === null) return [`${sent}, and no whole answer came`];
  const theirs =
    date === undefined ? 'no `Date` in the answer' : `\`Date\` of the answer ${markdownCode(date)}`;
  return [
    `${sent}, ${theirs}`,
    requestId === undefined ? '- no request id in the answer' : `- request id ${markdownCode(requestId)}`,
  ];
}

/** How many things they stand for, each as often as it was found. */
function countOf(told: readonly ToldFinding[]): number {
  return told.reduce((sum, { finding, times }) => sum + finding.count * times, 0);
}

function moreBlock(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`And ${countText(count)} ${what}.`];
}

/** The commands that repeat what was found, each once. */
function repeatBlocks(told: readonly ToldFinding[], { exchanges }: ReportInput): readonly string[] {
  const commands = told.flatMap(({ finding }) => {
    const sent = exchanges[finding.exchange ?? -1];
    return sent === undefined ? [] : [repeatText(sent, isEffect(finding) ? finding : undefined, exchanges)];
  });
  const all = [...new Set(commands)];
  const left = all.length - MOST_REPEATED;
  return [
    ...all.slice(0, MOST_REPEATED).map(fenced),
    ...(left > 0
      ? [`${plural(left, 'other request')} alike ${left === 1 ? 'is' : 'are'} in \`evidence.har\`.`]
      : []),
  ];
}

/** A command between fences that nothing in it is as long as. */
function fenced(command: string): string {
  const shown = inert(command);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${shown}\n${fence}`;
}
