import type { ReportInput } from '../model/report.ts';
import {
  type BrokenAnswer,
  type BrokenRequirement,
  brokenAnswers,
  brokenCount,
  exchangesText,
} from './broken-answers.ts';
import { sinceText } from './changes-text.ts';
import { curlOf } from './curl.ts';
import { type ToldFinding, timesText } from './findings.ts';
import { shownText, visible } from './inert.ts';
import { type Look, row, told } from './terminal-look.ts';
import { waivedInPart } from './waiver-text.ts';
import { basisText, capitalized, plural } from './words.ts';
import { hanging, wrapped } from './wrapped.ts';

/** As many violations as the terminal shows; all stand in the page. */
const MOST_VIOLATIONS = 20;
/** As many findings of one of them. */
const MOST_FINDINGS = 3;

/** What broke: each answer with the command that asks for it again, and the requirements that it broke. */
export function brokenLines(input: ReportInput, look: Look): string[] {
  const answers = brokenAnswers(input);
  const all = brokenCount(answers);
  if (all === 0) return [];
  const { colors } = look;
  const lines = [colors.bold(colors.red(plural(all, 'violation')))];
  const commands = new Map<string, number>();
  let number = 1;
  for (const answer of answers) {
    const shown = answer.broken.slice(0, MOST_VIOLATIONS - number + 1);
    if (shown.length === 0) break;
    lines.push('', ...headLines(answer, number, { commands, input, look }));
    for (const one of shown) {
      lines.push('', ...requirementLines(one, number, input, look));
      number += 1;
    }
  }
  const left = all - number + 1;
  if (left > 0) lines.push('', `  ${plural(left, 'more violation')} in conformance.html`);
  return lines;
}

interface Told {
  /** The commands that were shown, each with the number of the first violation below it. */
  readonly commands: Map<string, number>;
  readonly input: ReportInput;
  readonly look: Look;
}

function headLines(
  { title, exchanges: indexes }: BrokenAnswer,
  number: number,
  { commands, input, look }: Told,
): readonly string[] {
  const { colors, columns } = look;
  const heads = wrapped(capitalized(shownText(title)), columns).map((line) => colors.bold(line));
  const [first] = indexes;
  const exchange = first === undefined ? undefined : input.exchanges[first];
  if (exchange === undefined) return heads;
  const command = visible(curlOf(exchange, ' '));
  const before = commands.get(command);
  commands.set(command, before ?? number);
  const again =
    before === undefined
      ? // Whole in its lines, so that it can be copied.
        command
          .split('\n')
          .map((line, at) => (at === 0 ? `  ${colors.dim('repeat')}    ${line}` : ' '.repeat(12) + line))
      : [`  ${colors.dim('repeat')}    as for ${before}`];
  return [
    ...heads,
    ...hanging('  seen in   ', `${exchangesText(indexes)} of evidence.har`, {
      columns,
      paintLabel: colors.dim,
    }),
    ...again,
  ];
}

function requirementLines(
  { requirement, findings }: BrokenRequirement,
  number: number,
  { report }: ReportInput,
  look: Look,
): readonly string[] {
  const { colors, columns } = look;
  const { id, title, clause } = requirement;
  const shown = findings.slice(0, MOST_FINDINGS);
  const since = sinceText(report, id);
  const left = findings.slice(MOST_FINDINGS).reduce((sum, { times }) => sum + times, 0);
  return [
    ...hanging(`  ${`${number}`.padStart(2)} `, shownText(title), {
      ...{ columns, paintLabel: colors.red, paint: colors.bold },
    }),
    ...row('id', id, look),
    ...(since === null ? [] : row('since', since, look)),
    ...row('clause', shownText(clause), look),
    ...shown.flatMap((one) => findingRows(one, requirement, look)),
    ...(left > 0 ? row('', `${plural(left, 'more finding')} in conformance.html`, look) : []),
  ];
}

function findingRows(
  { finding, times }: ToldFinding,
  requirement: BrokenRequirement['requirement'],
  look: Look,
): readonly string[] {
  const { colors } = look;
  const { message, pointer, expected, actual } = finding;
  const waivedBy = waivedInPart(finding, requirement);
  return [
    ...row('found', told(message) + timesText(times), look),
    ...(pointer === undefined
      ? []
      : row('at', pointer === '' ? 'the body itself' : shownText(pointer), look)),
    ...(expected === undefined ? [] : row('expected', told(expected), look, colors.green)),
    ...(actual === undefined ? [] : row('actual', told(actual), look, colors.red)),
    ...row('basis', told(basisText(finding, requirement)), look),
    ...(waivedBy === null ? [] : row('waived', `by ${told(waivedBy)}`, look)),
  ];
}
