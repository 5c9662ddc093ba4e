import type { ReportInput } from '../model/report.ts';
import {
  type BrokenAnswer,
  type BrokenRequirement,
  brokenAnswers,
  brokenCount,
  exchangesText,
} from './broken-answers.ts';
import { type ToldFinding, timesText } from './findings.ts';
import { folded, linkedId, linkTo, tableRow } from './markdown-parts.ts';
import { cellCode, cellSentence, markdownCode, markdownSentence } from './markdown-text.ts';
import { waivedInPart } from './waiver-text.ts';
import { basisText, capitalized, plural } from './words.ts';

/** As many violations as a summary page shows. */
const MOST_VIOLATIONS = 50;
/** As many findings of one of them. */
const MOST_FINDINGS = 5;

/** What broke: a table by the answers that broke it, and folded below it all that was found. */
export function brokenBlocks(input: ReportInput): readonly string[] {
  const answers = brokenAnswers(input);
  const all = brokenCount(answers);
  if (all === 0) return [];
  const shown = firstOf(answers);
  const left = all - MOST_VIOLATIONS;
  const more = left > 0 ? [`${plural(left, 'more violation')} in [conformance.html](conformance.html).`] : [];
  const items = shown.flatMap(({ broken }) => broken.map(requirementItem));
  return [
    `## ${plural(all, 'violation')}`,
    [
      tableRow(['requirement', 'expected', 'actual']),
      '|---|---|---|',
      ...shown.flatMap((answer) => [answerRow(answer), ...answer.broken.map(requirementRow)]),
    ].join('\n'),
    ...more,
    ...folded('What was found, clause by clause', [items.join('\n')]),
  ];
}

/** The answers with as many of what they broke as is shown, in order. */
function firstOf(answers: readonly BrokenAnswer[]): readonly BrokenAnswer[] {
  const starts = answers.map((_, at) => brokenCount(answers.slice(0, at)));
  return answers
    .map((answer, at) => ({
      ...answer,
      broken: answer.broken.slice(0, Math.max(0, MOST_VIOLATIONS - (starts[at] ?? 0))),
    }))
    .filter(({ broken }) => broken.length > 0);
}

function answerRow({ title, exchanges }: BrokenAnswer): string {
  const where = exchanges.length === 0 ? '' : `, ${exchangesText(exchanges)}`;
  return tableRow([`**${cellSentence(capitalized(title))}**${where}`, '', '']);
}

function requirementRow({ requirement: { id, title }, findings }: BrokenRequirement): string {
  const [first] = findings;
  const { message = '', expected, actual } = first?.finding ?? {};
  const left = findings.length - 1;
  const found = actual === undefined ? cellSentence(message) : cellCode(actual);
  return tableRow([
    linkTo(id, cellSentence(title)),
    expected === undefined ? '' : cellCode(expected),
    found + timesText(first?.times ?? 1) + (left > 0 ? `, ${plural(left, 'more finding')}` : ''),
  ]);
}

function requirementItem({ requirement, findings }: BrokenRequirement): string {
  const { id, title, clause } = requirement;
  const left = findings.length - MOST_FINDINGS;
  return [
    `- **${markdownSentence(title)}**`,
    `  - ${linkedId(id)}, clause: ${markdownSentence(clause)}`,
    ...findings.slice(0, MOST_FINDINGS).flatMap((one) => findingLines(one, requirement)),
    ...(left > 0 ? [`  - ${plural(left, 'more finding')} in conformance.html`] : []),
  ].join('\n');
}

function findingLines(
  { finding, times }: ToldFinding,
  requirement: BrokenRequirement['requirement'],
): readonly string[] {
  const { message, pointer, expected, actual, exchange } = finding;
  const waivedBy = waivedInPart(finding, requirement);
  const at =
    pointer === undefined ? '' : `, at ${pointer === '' ? 'the body itself' : markdownCode(pointer)}`;
  const where = exchange === undefined ? '' : ` (exchange ${exchange}${at})${timesText(times)}`;
  return [
    `  - ${markdownSentence(message)}${where}`,
    ...(expected === undefined ? [] : [`    - expected ${markdownCode(expected)}`]),
    ...(actual === undefined ? [] : [`    - actual ${markdownCode(actual)}`]),
    `    - basis: ${markdownSentence(basisText(finding, requirement))}`,
    ...(waivedBy === null ? [] : [`    - waived by ${markdownSentence(waivedBy)}`]),
  ];
}
