import type { JudgedRequirement, Report, ReportInput } from '../model/report.ts';
import { runAttemptsText } from './attempts-text.ts';
import { causesOf } from './causes.ts';
import { CHANGE_STATES, changesLine, changeText } from './changes-text.ts';
import { timesText } from './findings.ts';
import { brokenBlocks } from './markdown-broken.ts';
import { cutMarkdown, MOST_SUMMARY_BYTES } from './markdown-cut.ts';
import { folded, foldedList, linkedId, VERDICT_SIGNS } from './markdown-parts.ts';
import { standingBlocks, targetBlock } from './markdown-target.ts';
import { markdownSentence } from './markdown-text.ts';
import { noteKinds } from './note-kinds.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { recordingLook, recordingText, verdictText } from './recording-text.ts';
import { waiversOf, waiverText } from './waiver-text.ts';
import { countsText, OUTCOMES, plural } from './words.ts';

/** The text of `conformance.md`: what a pipeline's summary page needs, the rest of it folded. */
export function reportMarkdown(input: ReportInput): string {
  const { report, suite } = input;
  const { verdict, reason, requirements, notes } = report;
  const drift = requirements.filter(({ outcome }) => outcome === 'drift' && !report.strict);
  const waived = requirements.filter(({ outcome }) => outcome === 'waived');
  const causes = causesOf(report);
  const reasons = reasonsOf(report);
  const kinds = noteKinds(notes);
  const blocks = [
    `# ${recordingLook(report) === null ? VERDICT_SIGNS[verdict] : '🔎'} ${verdictText(report)}`,
    ...recordingBlock(report),
    ...changesLead(report),
    markdownSentence(reason),
    ...attemptsBlock(report),
    ...standingBlocks(report),
    ...(report.interrupted ? ['**The run was interrupted.**'] : []),
    `${countsText(report)} ([conformance.html](conformance.html))`,
    // Near the beginning: what it says is what this suite knows the file again by.
    ...folded('Target and run', [targetBlock(report, suite.resource.words)]),
    ...brokenBlocks(input),
    // What an inconclusive run calls for is not to be looked for.
    ...foldedList(`Could not be tested (${causes.length})`, causes.map(causeLine), {
      isOpen: verdict === 'inconclusive',
    }),
    ...foldedList(`Drift, which passes unless strict (${drift.length})`, drift.map(findingLine)),
    ...foldedList(`Violated, but waived (${waived.length})`, waived.map(waivedLine)),
    ...foldedList(`Never seen, or not applicable (${reasons.length})`, reasons.map(reasonLine)),
    ...foldedList(
      `Notes (${notes.length})`,
      kinds.map(({ message, count }) => `- ${markdownSentence(message)}${timesText(count)}`),
    ),
    ...changesFold(report),
  ];
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MOST_SUMMARY_BYTES);
}

function changesLead({ changes, startedAt }: Report): readonly string[] {
  return changes === undefined ? [] : [`**${markdownSentence(changesLine(changes, startedAt))}**`];
}

function changesFold({ changes, startedAt }: Report): readonly string[] {
  if (changes === undefined) return [];
  const told = CHANGE_STATES.flatMap((state) =>
    changes[state].map((change) => `- ${state}: ${linkedId(change.id)} (${changeText(change, startedAt)})`),
  );
  return foldedList(`New, still there and fixed (${told.length})`, told);
}

function recordingBlock(report: Report): string[] {
  const text = recordingText(report);
  return text === null ? [] : [`**${markdownSentence(text)}**`];
}

function attemptsBlock(report: Report): string[] {
  const attempts = runAttemptsText(report);
  return attempts === null ? [] : [attempts];
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
      ? linkedId(only.id)
      : plural(requirements.length, 'requirement');
  const see = from === null ? '' : `, see ${linkedId(from)}`;
  return `- ${markdownSentence(reason)} (${what} ${OUTCOMES[outcome]}${see})`;
}

function findingLine({ id, title, findings }: JudgedRequirement): string {
  return `- ${linkedId(id)}: ${markdownSentence(findings[0]?.message ?? title)}`;
}

function waivedLine(requirement: JudgedRequirement): string {
  const { id, title, findings } = requirement;
  return [
    `- ⚠️ ${linkedId(id)}: ${markdownSentence(findings[0]?.message ?? title)}`,
    ...waiversOf(requirement).map((one) => `  - waived by ${markdownSentence(waiverText(one))}`),
  ].join('\n');
}
