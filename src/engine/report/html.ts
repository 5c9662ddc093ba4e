import { html } from 'hono/html';
import type { ReportInput } from '../model/report.ts';
import { causesOf } from './causes.ts';
import { answerCard } from './html/answer-card.ts';
import { causesSection } from './html/cause-list.ts';
import { CSS_ANSWER } from './html/css-answer.ts';
import { CSS_FILTERS } from './html/css-filters.ts';
import { CSS_REPORT } from './html/css-report.ts';
import { CSS_RUN } from './html/css-run.ts';
import { documentOf } from './html/document.ts';
import { driftSection } from './html/drift.ts';
import { evidenceSection } from './html/evidence.ts';
import { ShownBodies } from './html/exchange.ts';
import { fieldsSection } from './html/fields.ts';
import { pageHeader } from './html/header.ts';
import { VERDICT_LOOK } from './html/icons.ts';
import { type Plan, planOf } from './html/plan.ts';
import { requirementsSection } from './html/requirement-table.ts';
import { factsSection, notesSection, proofsSection, readingsSection, scenariosSection } from './html/run.ts';
import { type Html, section, shown } from './html/text.ts';
import { timelineSection } from './html/timeline.ts';
import { waivedSection } from './html/waived.ts';
import { recordingLook, verdictText } from './recording-text.ts';
import { countText } from './words.ts';

const STYLE = CSS_REPORT + CSS_ANSWER + CSS_RUN + CSS_FILTERS;

/** The text of `conformance.html`: one page that loads nothing, and whose one script copies a command. */
export function reportHtml(input: ReportInput): string {
  const { report, suite } = input;
  const plan = planOf(input);
  const bodies = new ShownBodies();
  const title = `${verdictText(report)}: ${shown(report.target.item, 80)}, ${suite.title}`;
  const parts: readonly (readonly [id: string, name: string, part: Html | ''])[] = [
    ['broken', 'What broke', brokenSection(input, plan, bodies)],
    ['inconclusive', 'Could not be tested', causesSection(input, plan)],
    ['waived', 'Waived', waivedSection(input, plan)],
    ['drift', 'Drift', driftSection(input, plan)],
    ['run', 'The run', timelineSection(input, plan)],
    ['fields', 'Fields', fieldsSection(input)],
    ['requirements', 'Every requirement', requirementsSection(input, plan)],
    ['readings', 'Readings', readingsSection(report)],
    ['proofs', 'Proofs', proofsSection(input)],
    ['evidence', 'Evidence', evidenceSection(input, plan, bodies)],
    ['scenarios', 'Scenarios', scenariosSection(input)],
    ['notes', 'Notes', notesSection(report)],
    ['facts', 'Facts', factsSection(input)],
  ];
  const there = parts.filter(([, , part]) => part !== '');
  const content = html`${pageHeader(input, plan)}
<nav aria-label="Contents"><ul>${there.map(([id, name]) => html`<li><a href="#${id}">${name}${countOf(id, input, plan)}</a></li>`)}</ul></nav>
<main id="main">
${there.map(([, , part]) => part)}
</main>
<footer><p>${shown(report.suite.name)} ${shown(report.suite.version)}. Secrets were replaced by <code>[REDACTED]</code>
(in bodies with a number, where there are several) before anything was recorded; what the target sent is shown as text.</p></footer>
`;
  return documentOf(
    {
      title,
      skip: 'To the findings',
      style: STYLE,
      icon: recordingLook(report) ?? VERDICT_LOOK[report.verdict],
      copies: true,
    },
    content,
  );
}

function brokenSection(input: ReportInput, plan: Plan, bodies: ShownBodies): Html | '' {
  if (plan.answers.length === 0) return '';
  const cards = plan.answers.map((answer) => answerCard(answer, plan, input, bodies));
  return section('broken', 'What broke', cards);
}

function countOf(id: string, { report, exchanges }: ReportInput, plan: Plan): Html | '' {
  const counts: Readonly<Record<string, number>> = {
    broken: plan.answers.length,
    inconclusive: causesOf(report).length,
    requirements: report.requirements.length,
    notes: report.notes.length,
    evidence: exchanges.length,
  };
  const count = counts[id] ?? 0;
  return count === 0 ? '' : html` <span>${countText(count)}</span>`;
}
