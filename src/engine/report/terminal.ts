import type { ReportInput } from '../model/report.ts';
import { requestText } from './broken-answers.ts';
import { type Cause, causesOf } from './causes.ts';
import { timesText } from './findings.ts';
import { visible } from './inert.ts';
import { noteKinds } from './note-kinds.ts';
import { reasonsOf } from './reasons.ts';
import { brokenLines } from './terminal-broken.ts';
import { item, type Look, told } from './terminal-look.ts';
import { briefLines, verdictLines } from './terminal-verdict.ts';
import { slowWaits, waitedText } from './wait-text.ts';
import { approvalText, waiversOf } from './waiver-text.ts';
import { plural } from './words.ts';
import { hanging } from './wrapped.ts';

/** As many items of each list as the terminal shows. */
const MOST_ITEMS = 8;
/** As many waits: they are much alike. */
const MOST_WAITS = 3;
/** So many lines are seen at the end of a log: they say how the run ended. */
const LAST_LINES = 12;

/** What the terminal needs besides the report. */
export interface TerminalOptions extends Look {
  /** Where the page is, as it is to be shown; null where there is none. */
  readonly page: string | null;
}

/** The text at the end of a run, with a line feed at its end; its last lines say what matters, and where all else is. */
export function reportTerminal(input: ReportInput, { page, ...look }: TerminalOptions): string {
  const { report } = input;
  const sections = [
    verdictLines(report, look),
    brokenLines(input, look),
    causeLines(causesOf(report), look),
    driftLines(input, look),
    waivedLines(input, look),
    reasonLines(input, look),
    noteLines(input, look),
    waitLines(input, look),
  ];
  // A path that is broken could not be opened.
  const path = page === null ? [] : [[look.colors.cyan(visible(page))]];
  const once = joined([...sections, ...path]);
  const isShort = once.split('\n').length <= LAST_LINES;
  const text = isShort ? once : joined([...sections, briefLines(report, look), ...path]);
  return `\n${text}\n`;
}

function joined(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function causeLines(causes: readonly Cause[], look: Look): string[] {
  const { colors, columns } = look;
  const items = causes.map(({ message, blocked, requirements }) => {
    const [only] = requirements;
    const open = requirements.length === 1 ? only?.id : plural(requirements.length, 'requirement');
    const rows = [
      ['tried', blocked?.tried ?? ''],
      ['to do', blocked?.remedy ?? ''],
    ] as const;
    return [
      ...item('?', told(message) + (requirements.length === 0 ? '' : ` (${open})`), look, colors.yellow),
      ...rows
        .filter(([, text]) => text !== '')
        .flatMap(([name, text]) => hanging(`    ${name}  `, told(text), { columns, paintLabel: colors.dim })),
    ];
  });
  return list(colors.yellow('Could not be tested'), items, look);
}

function driftLines({ report }: ReportInput, look: Look): string[] {
  const drift = report.requirements.filter(({ outcome }) => outcome === 'drift' && !report.strict);
  const items = drift.map(({ id, title, findings }) =>
    item('', `${id}  ${told(findings[0]?.message ?? title)}`, look),
  );
  return list('Drift (passes unless strict)', items, look);
}

function waivedLines({ report }: ReportInput, look: Look): string[] {
  const { colors, columns } = look;
  const waived = report.requirements.filter(({ outcome }) => outcome === 'waived');
  const items = waived.map((one) => [
    ...item('!', one.id, look, colors.yellow),
    ...waiversOf(one).flatMap((waiver) => [
      ...hanging('    waived by ', told(approvalText(waiver)), { columns, paintLabel: colors.dim }),
      ...hanging('    because   ', told(waiver.reason), { columns, paintLabel: colors.dim }),
    ]),
  ]);
  return list(colors.yellow('Violated, but waived'), items, look);
}

function reasonLines({ report }: ReportInput, look: Look): string[] {
  const items = reasonsOf(report).map(({ reason, from, requirements }) => {
    const [only] = requirements;
    const what = requirements.length === 1 ? (only?.id ?? '') : plural(requirements.length, 'requirement');
    return item('', `${told(reason)} (${what}${from === null ? '' : `, see ${from}`})`, look);
  });
  return list('Never seen, or not applicable', items, look);
}

function noteLines({ report }: ReportInput, look: Look): string[] {
  const items = noteKinds(report.notes).map(({ message, count }) =>
    item('', told(message) + timesText(count), look),
  );
  return list('Notes', items, look);
}

function waitLines({ report, exchanges, suite }: ReportInput, look: Look): string[] {
  const items = slowWaits(report.waits ?? []).map((wait) => {
    const begun = exchanges[wait.exchange];
    const what = begun === undefined ? '' : `${told(requestText(begun, suite))}, `;
    return item('', `${what}exchange ${wait.exchange}: ${waitedText(wait)}`, look);
  });
  return list('Slow', items, look, MOST_WAITS);
}

/** A heading and the first items below it; nothing where there is none. */
function list(
  title: string,
  items: readonly (readonly string[])[],
  { colors }: Look,
  most = MOST_ITEMS,
): string[] {
  if (items.length === 0) return [];
  const left = items.length - most;
  const more = left > 0 ? [`  ${left} more in conformance.html`] : [];
  return [colors.bold(title), ...items.slice(0, most).flat(), ...more];
}
