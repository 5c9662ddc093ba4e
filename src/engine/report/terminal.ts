import type { Colors } from 'picocolors/types.js';
import type { JudgedRequirement, ReportInput } from '../model/report.ts';
import { type Cause, causesOf } from './causes.ts';
import { sinceText } from './changes-text.ts';
import { curlOf } from './curl.ts';
import { distinctFindings, type ToldFinding, timesText } from './findings.ts';
import { shownText, visible } from './inert.ts';
import { reasonsOf } from './reasons.ts';
import { briefLines, verdictLines } from './terminal-verdict.ts';
import { approvalText, waivedInPart, waiversOf } from './waiver-text.ts';
import { basisText, countOf, fails, OUTCOME_ORDER, OUTCOMES, plural } from './words.ts';

/** As many violations as the terminal shows; all stand in the page. */
const MOST_VIOLATIONS = 20;
/** As many findings of one of them. */
const MOST_FINDINGS = 3;
/** As many lines of drift and of notes. */
const MOST_LINES = 8;
/** As many characters of one text. */
const MOST = 240;
/** So many lines are seen at the end of a log: they say how the run ended. */
const LAST_LINES = 12;

/** What the terminal needs besides the report. */
export interface TerminalOptions {
  /** `createColors(enabled)` of picocolors. */
  readonly colors: Colors;
  /** Where the reports are, as they are to be shown. */
  readonly paths: readonly string[];
}

/** The text at the end of a run, with a line feed at its end. */
export function reportTerminal(input: ReportInput, { colors, paths }: TerminalOptions): string {
  const { report } = input;
  const sections = [
    verdictLines(report, colors),
    violationLines(input, colors),
    causeLines(causesOf(report), colors),
    driftLines(input, colors),
    waivedLines(input, colors),
    reasonLines(input, colors),
    noteLines(input, colors),
  ];
  const ending = (again: readonly string[]) => [
    [...again, countLine(input, colors)],
    ...(paths.length === 0 ? [] : [['Reports', ...paths.map((path) => `  ${colors.cyan(visible(path))}`)]]),
  ];
  const once = joined([...sections, ...ending([])]);
  const isShort = once.split('\n').length <= LAST_LINES;
  const text = isShort ? once : joined([...sections, ...ending(briefLines(report, colors))]);
  return `\n${text}\n`;
}

function joined(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function violationLines(input: ReportInput, colors: Colors): string[] {
  const failed = input.report.requirements.filter((one) => fails(input.report, one));
  if (failed.length === 0) return [];
  const repeated = new Map<number, number>();
  const lines = [colors.bold(colors.red(plural(failed.length, 'violation')))];
  for (const [index, requirement] of failed.slice(0, MOST_VIOLATIONS).entries()) {
    lines.push('', ...violation(input, requirement, index + 1, repeated, colors));
  }
  const left = failed.length - MOST_VIOLATIONS;
  if (left > 0) lines.push('', `  ${plural(left, 'more violation')} in conformance.html`);
  return lines;
}

function violation(
  { report, exchanges }: ReportInput,
  requirement: JudgedRequirement,
  number: number,
  repeated: Map<number, number>,
  colors: Colors,
): string[] {
  const { id, title, clause, findings, outcome } = requirement;
  const wanted = findings.filter(({ kind }) => kind === (outcome === 'drift' ? 'drift' : 'violation'));
  const told = distinctFindings(wanted.length === 0 ? findings : wanted);
  const shown = told.slice(0, MOST_FINDINGS);
  const row = (name: string, value: string) => `     ${colors.dim(name.padEnd(9))}${value}`;
  const since = sinceText(report, id);
  const lines = [
    `  ${colors.red(`${number}`.padStart(2))} ${colors.bold(shownText(title))}`,
    row('id', id),
    ...(since === null ? [] : [row('since', since)]),
    row('clause', shownText(clause)),
    ...shown.flatMap((one) => findingRows(one, requirement, row, colors)),
  ];
  const left = findings.length - shown.reduce((sum, { times }) => sum + times, 0);
  if (left > 0) lines.push(row('', `${plural(left, 'more finding')} in conformance.html`));
  const index = shown.find(({ finding }) => finding.exchange !== undefined)?.finding.exchange;
  const exchange = index === undefined ? undefined : exchanges[index];
  if (index === undefined || exchange === undefined) return lines;
  const first = repeated.get(index);
  repeated.set(index, first ?? number);
  const command = visible(curlOf(exchange, ' ')).replaceAll('\n', '\n              ');
  lines.push(row('repeat', first === undefined ? command : `as for ${first}`));
  return lines;
}

function findingRows(
  { finding, times }: ToldFinding,
  requirement: JudgedRequirement,
  row: (name: string, value: string) => string,
  colors: Colors,
): string[] {
  const { message, pointer, expected, actual } = finding;
  const waivedBy = waivedInPart(finding, requirement);
  return [
    row('found', shownText(message, MOST) + timesText(times)),
    ...(pointer === undefined ? [] : [row('at', pointer === '' ? 'the body itself' : shownText(pointer))]),
    ...(expected === undefined ? [] : [row('expected', colors.green(shownText(expected, MOST)))]),
    ...(actual === undefined ? [] : [row('actual', colors.red(shownText(actual, MOST)))]),
    row('basis', shownText(basisText(finding, requirement), MOST)),
    ...(waivedBy === null ? [] : [row('waived', `by ${shownText(waivedBy, MOST)}`)]),
  ];
}

function causeLines(causes: readonly Cause[], colors: Colors): string[] {
  if (causes.length === 0) return [];
  const lines = [colors.bold(colors.yellow('Could not be tested'))];
  for (const { message, blocked, requirements } of causes.slice(0, MOST_LINES)) {
    const some = requirements.length === 1 ? (requirements[0]?.id ?? '') : '';
    const count = some === '' ? plural(requirements.length, 'requirement') : some;
    const open = requirements.length === 0 ? '' : colors.dim(` (${count})`);
    lines.push(`  ${colors.yellow('?')} ${shownText(message, MOST)}${open}`);
    if (blocked === null) continue;
    if (blocked.tried !== '') lines.push(`    ${colors.dim('tried')}  ${shownText(blocked.tried, MOST)}`);
    if (blocked.remedy !== '') lines.push(`    ${colors.dim('to do')}  ${shownText(blocked.remedy, MOST)}`);
  }
  return cut(lines, causes.length - MOST_LINES);
}

function driftLines({ report }: ReportInput, colors: Colors): string[] {
  const drift = report.requirements.filter(({ outcome }) => outcome === 'drift' && !report.strict);
  if (drift.length === 0) return [];
  const lines = drift
    .slice(0, MOST_LINES)
    .map(
      ({ id, title, findings }) => `  ${id}  ${colors.dim(shownText(findings[0]?.message ?? title, MOST))}`,
    );
  return cut([colors.bold('Drift (passes unless strict)'), ...lines], drift.length - MOST_LINES);
}

function waivedLines({ report }: ReportInput, colors: Colors): string[] {
  const waived = report.requirements.filter(({ outcome }) => outcome === 'waived');
  if (waived.length === 0) return [];
  const lines = waived
    .slice(0, MOST_LINES)
    .flatMap((one) => [
      `  ${colors.yellow('!')} ${one.id}`,
      ...waiversOf(one).flatMap((waiver) => [
        `    ${colors.dim('waived by')} ${shownText(approvalText(waiver), MOST)}`,
        `    ${colors.dim('because')}   ${shownText(waiver.reason, MOST)}`,
      ]),
    ]);
  return cut([colors.bold(colors.yellow('Violated, but waived')), ...lines], waived.length - MOST_LINES);
}

function reasonLines({ report }: ReportInput, colors: Colors): string[] {
  const reasons = reasonsOf(report);
  if (reasons.length === 0) return [];
  const lines = reasons.slice(0, MOST_LINES).map(({ reason, from, requirements }) => {
    const [only] = requirements;
    const what = requirements.length === 1 ? (only?.id ?? '') : plural(requirements.length, 'requirement');
    const see = from === null ? '' : `, see ${from}`;
    return `  ${shownText(reason, MOST)} ${colors.dim(`(${what}${see})`)}`;
  });
  return cut([colors.bold('Never seen, or not applicable'), ...lines], reasons.length - MOST_LINES);
}

function noteLines({ report }: ReportInput, colors: Colors): string[] {
  if (report.notes.length === 0) return [];
  const lines = report.notes
    .slice(0, MOST_LINES)
    .map(({ message }) => `  ${colors.dim(shownText(message, MOST))}`);
  return cut([colors.bold('Notes'), ...lines], report.notes.length - MOST_LINES);
}

function cut(lines: string[], left: number): string[] {
  return left > 0 ? [...lines, `  ${left} more in conformance.html`] : lines;
}

function countLine({ report }: ReportInput, colors: Colors): string {
  const counts = OUTCOME_ORDER.map((outcome) => [countOf(report, outcome), OUTCOMES[outcome]] as const);
  const shown = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${plural(report.requirements.length, 'requirement')}: ${shown.join(colors.dim(' · '))}`;
}
