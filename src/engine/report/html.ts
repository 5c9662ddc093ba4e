import { html } from 'hono/html';
import type { JudgedRequirement, ReportInput } from '../model/report.ts';
import { causesOf } from './causes.ts';
import { causesSection } from './html/cause-list.ts';
import { countsOverview } from './html/counts.ts';
import { documentOf } from './html/document.ts';
import { evidenceSection } from './html/evidence.ts';
import { pageHeader } from './html/header.ts';
import { type Plan, planOf } from './html/plan.ts';
import { requirementCard } from './html/requirement-card.ts';
import { requirementsSection } from './html/requirement-table.ts';
import { environmentSection, notesSection, readingsSection, scenariosSection } from './html/run.ts';
import { type Html, section, shown } from './html/text.ts';
import { fails, plural, VERDICTS } from './words.ts';

/** The text of `conformance.html`: one page without scripts that loads nothing. */
export function reportHtml(input: ReportInput): string {
  const { report, suite } = input;
  const plan = planOf(input);
  const title = `${VERDICTS[report.verdict]}: ${shown(report.target.item, 80)}, ${suite.title}`;
  const content = html`${pageHeader(input)}
${contents(input)}
<main id="main">
${countsOverview(report)}
${cards(input, plan, 'violations', 'Violations', (one) => fails(report, one))}
${causesSection(input, plan)}
${cards(input, plan, 'drift', 'Drift', ({ outcome }) => outcome === 'drift' && !report.strict)}
${cards(input, plan, 'waived', 'Violated, but waived', ({ outcome }) => outcome === 'waived')}
${requirementsSection(report, plan)}
${scenariosSection(input)}
${notesSection(report)}
${readingsSection(report)}
${environmentSection(report)}
${evidenceSection(input, plan)}
</main>
<footer><p>${shown(report.suite.name)} ${shown(report.suite.version)}. Secrets were replaced by <code>[REDACTED]</code>
(in bodies with a number, where there are several) before anything was recorded; what the target sent is shown as text.</p></footer>
`;
  return documentOf({ title, skip: 'To the findings' }, content);
}

const LEADS: Readonly<Record<string, string>> = {
  drift: 'What the documents do not name. It is reported, and fails a strict run only.',
  waived: 'These do not fail the run, because a waiver names them.',
};

function cards(
  input: ReportInput,
  plan: Plan,
  id: string,
  title: string,
  isOf: (requirement: JudgedRequirement) => boolean,
): Html | '' {
  const requirements = input.report.requirements.filter(isOf);
  if (requirements.length === 0) return '';
  const shownCards = requirements.map((one, index) =>
    requirementCard(input, plan, one, index === 0 && id === 'violations'),
  );
  return section(
    id,
    id === 'violations' ? plural(requirements.length, 'violation') : title,
    shownCards,
    LEADS[id],
  );
}

/** The way to the sections that this page has. */
function contents({ report, exchanges }: ReportInput): Html {
  const { requirements, scenarios, notes, readings } = report;
  const count = (isOf: (requirement: JudgedRequirement) => boolean) => requirements.filter(isOf).length;
  const entries: readonly (readonly [id: string, title: string, count: number])[] = [
    ['violations', 'Violations', count((one) => fails(report, one))],
    ['inconclusive', 'Could not be tested', causesOf(report).length],
    ['drift', 'Drift', report.strict ? 0 : count(({ outcome }) => outcome === 'drift')],
    ['waived', 'Waived', count(({ outcome }) => outcome === 'waived')],
    ['requirements', 'Requirements', requirements.length],
    ['scenarios', 'Scenarios', scenarios.length],
    ['notes', 'Notes', notes.length],
    ['readings', 'Readings', readings.length],
    ['evidence', 'Evidence', exchanges.length],
  ];
  return html`<nav aria-label="Contents"><ul>${entries
    .filter(([, , items]) => items > 0)
    .map(
      ([id, name, items]) => html`<li><a href="#${id}">${name} <span>${items}</span></a></li>`,
    )}</ul></nav>`;
}
