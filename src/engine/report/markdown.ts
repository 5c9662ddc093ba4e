import type { JudgedRequirement, Report, ReportInput } from '../model/report.ts';
import type { ResourceWords } from '../model/resource.ts';
import { runAttemptsText } from './attempts-text.ts';
import { causesOf } from './causes.ts';
import { CHANGE_STATES, changesLine, changeText } from './changes-text.ts';
import { distinctFindings, type ToldFinding, timesText } from './findings.ts';
import { cutMarkdown, MOST_SUMMARY_BYTES } from './markdown-cut.ts';
import { markdownCode, markdownSentence } from './markdown-text.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { waivedInPart, waiversOf, waiverText } from './waiver-text.ts';
import {
  basisText,
  countOf,
  durationText,
  fails,
  limitText,
  OUTCOME_ORDER,
  OUTCOMES,
  plural,
  VERDICTS,
} from './words.ts';

/** As many violations as a summary page shows. */
const MOST_VIOLATIONS = 50;
/** As many findings of one of them, and as many lines of each other list. */
const MOST_FINDINGS = 5;
const MOST_LINES = 30;

const MARKS = {
  conformant: '✅',
  'conformant-with-waivers': '⚠️',
  'non-conformant': '❌',
  inconclusive: '❔',
};

/** The text of `conformance.md`: what a pipeline's summary page needs. */
export function reportMarkdown({ report, suite }: ReportInput): string {
  const { verdict, reason, requirements } = report;
  const failed = requirements.filter((one) => fails(report, one));
  const drift = requirements.filter(({ outcome }) => outcome === 'drift' && !report.strict);
  const waived = requirements.filter(({ outcome }) => outcome === 'waived');
  const blocks = [
    `# ${MARKS[verdict]} ${VERDICTS[verdict]}`,
    ...changesBlock(report),
    markdownSentence(reason),
    ...attemptsBlock(report),
    ...mockBlock(report),
    ...(report.interrupted ? ['**The run was interrupted.**'] : []),
    targetBlock(report, suite.resource.words),
    countBlock(report),
    ...section(plural(failed.length, 'violation'), failed.map(violation), MOST_VIOLATIONS),
    ...section('Could not be tested', causesOf(report).map(causeLine)),
    ...section('Drift (passes unless strict)', drift.map(findingLine)),
    ...section('Violated, but waived', waived.map(waivedLine)),
    ...section('Never seen, or not applicable', reasonsOf(report).map(reasonLine)),
    ...section(
      'Notes',
      report.notes.map(({ message }) => `- ${markdownSentence(message)}`),
    ),
  ];
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MOST_SUMMARY_BYTES);
}

function changesBlock({ changes, startedAt }: Report): string[] {
  if (changes === undefined) return [];
  const told = CHANGE_STATES.flatMap((state) =>
    changes[state].map(
      (change) => `- ${state}: ${markdownCode(change.id)} (${changeText(change, startedAt)})`,
    ),
  );
  const left = told.length - MOST_LINES;
  return [
    `**${markdownSentence(changesLine(changes, startedAt))}**`,
    ...(told.length === 0 ? [] : [told.slice(0, MOST_LINES).join('\n')]),
    ...(left > 0 ? [`- ${left} more in conformance.json`] : []),
  ];
}

function attemptsBlock(report: Report): string[] {
  const attempts = runAttemptsText(report);
  return attempts === null ? [] : [attempts];
}

function mockBlock({ target }: Report): string[] {
  if (!target.mock) return [];
  const wrong = target.deviation === null ? '' : ` with the deviation ${markdownCode(target.deviation)}`;
  return [`> **Mock:** this run was against a mock${wrong}; it says nothing of a real endpoint.`];
}

function targetBlock(
  { target, contract, suite, startedAt, durationMs, limits, strict }: Report,
  words: ResourceWords,
): string {
  const most = limits === undefined ? '' : ` of at most ${limitText(limits.longestMs)}`;
  return [
    `- endpoint ${markdownCode(target.endpoint)}, project ${markdownCode(target.project)}`,
    `- ${words.item} ${markdownCode(target.item)} in ${words.collection} ${markdownCode(target.collection)}, source ${target.source}`,
    `- authentication: ${markdownSentence(target.authentication)}`,
    `- contract ${markdownCode(`${contract.title} ${contract.version}`)}, SHA-256 ${markdownCode(contract.sha256)}`,
    `- started ${markdownCode(startedAt)}, took ${durationText(durationMs)}${most}, suite ${markdownCode(suite.version)}${strict ? ', strict' : ''}`,
  ].join('\n');
}

function countBlock(report: Report): string {
  return [
    '| outcome | requirements |',
    '|---|---:|',
    ...OUTCOME_ORDER.map((outcome) => `| ${OUTCOMES[outcome]} | ${countOf(report, outcome)} |`),
  ].join('\n');
}

function section(title: string, items: readonly string[], most = MOST_LINES): string[] {
  if (items.length === 0) return [];
  const left = items.length - most;
  const more = left > 0 ? [`- ${left} more in conformance.html`] : [];
  return [`## ${title}`, [...items.slice(0, most), ...more].join('\n')];
}

function violation(requirement: JudgedRequirement): string {
  const { id, title, clause, findings } = requirement;
  const told = distinctFindings(findings);
  const left = told.length - MOST_FINDINGS;
  return [
    `- **${markdownSentence(title)}**`,
    `  - ${markdownCode(id)}, clause: ${markdownSentence(clause)}`,
    ...told.slice(0, MOST_FINDINGS).flatMap((one) => findingLines(one, requirement)),
    ...(left > 0 ? [`  - ${plural(left, 'more finding')} in conformance.html`] : []),
  ].join('\n');
}

function findingLines({ finding, times }: ToldFinding, requirement: JudgedRequirement): string[] {
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

function causeLine({ message, blocked, requirements }: ReturnType<typeof causesOf>[number]): string {
  return [
    `- ${markdownSentence(message)} (${plural(requirements.length, 'requirement')})`,
    ...(blocked === null || blocked.tried === '' ? [] : [`  - tried: ${markdownSentence(blocked.tried)}`]),
    ...(blocked === null || blocked.remedy === '' ? [] : [`  - to do: ${markdownSentence(blocked.remedy)}`]),
  ].join('\n');
}

function reasonLine({ reason, outcome, from, requirements }: Reason): string {
  const [only] = requirements;
  const what =
    requirements.length === 1 && only !== undefined
      ? markdownCode(only.id)
      : plural(requirements.length, 'requirement');
  const see = from === null ? '' : `, see ${markdownCode(from)}`;
  return `- ${markdownSentence(reason)} (${what} ${OUTCOMES[outcome]}${see})`;
}

function findingLine({ id, title, findings }: JudgedRequirement): string {
  return `- ${markdownCode(id)}: ${markdownSentence(findings[0]?.message ?? title)}`;
}

function waivedLine(requirement: JudgedRequirement): string {
  const { id, title, findings } = requirement;
  return [
    `- ⚠️ ${markdownCode(id)}: ${markdownSentence(findings[0]?.message ?? title)}`,
    ...waiversOf(requirement).map((one) => `  - waived by ${markdownSentence(waiverText(one))}`),
  ].join('\n');
}
