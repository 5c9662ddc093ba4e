import { html } from 'hono/html';
import type { Report, ReportedScenario, ReportInput } from '../../model/report.ts';
import { icon } from './icons.ts';
import { type Html, prose, section, shown } from './text.ts';

/** As many notes as the page shows. */
const MOST_NOTES = 100;

const STATES = {
  'carried-through': ['passed', 'carried through'],
  blocked: ['inconclusive', 'blocked'],
  'not-run': ['inconclusive', 'not run'],
  'not-applicable': ['not-applicable', 'not applicable'],
} as const satisfies Record<ReportedScenario['state'], readonly [string, string]>;

/** How far each scenario came. */
export function scenariosSection({ report, suite }: ReportInput): Html {
  const why = `\`${suite.settings.source}\` is \`${report.target.source}\`.`;
  return section(
    'scenarios',
    'Scenarios',
    html`<ul class="list">${report.scenarios.map(({ id, title, state, blocked }) => {
      const [look, word] = STATES[state];
      // The settings alone rule a scenario out.
      const remark = state === 'not-applicable' ? why : (blocked?.cause ?? '');
      return html`<li><span class="badge is-${look}">${icon(look)}${word}</span>
<div>${prose(title)} <code class="meta">${id}</code>${remark === '' ? '' : html`<p class="remark">${prose(remark)}</p>`}</div></li>`;
    })}</ul>`,
  );
}

/** What else the reader should know of the run, retries for one. */
export function notesSection({ notes }: Report): Html | '' {
  if (notes.length === 0) return '';
  const left = notes.length - MOST_NOTES;
  return section(
    'notes',
    'Notes',
    html`<ul class="plain">${notes
      .slice(0, MOST_NOTES)
      .map(
        ({ message, exchange }) =>
          html`<li>${prose(message)}${exchange === undefined ? '' : html` <span class="meta">exchange ${exchange}</span>`}</li>`,
      )}${left > 0 ? html`<li>${left} more in <code>conformance.json</code></li>` : ''}</ul>`,
  );
}

/** Where the documents contradict themselves or leave a gap, and how that is read. */
export function readingsSection({ readings }: Report): Html | '' {
  if (readings.length === 0) return '';
  return section(
    'readings',
    'How the documents are read',
    html`<dl class="readings">${readings.map(
      ({ id, documents, reading }) =>
        html`<div id="reading-${id}"><dt><code>${shown(id)}</code> ${prose(documents)}</dt><dd>${prose(reading)}</dd></div>`,
    )}</dl>`,
    'Where the documents contradict themselves or leave a gap, and what this suite makes of it.',
  );
}

/** What the run was made with. */
export function environmentSection({ suite, environment, contract }: Report): Html {
  const rows = [
    ['Suite', `${suite.name} ${suite.version}`],
    ['Node.js', environment.node],
    ['Platform', environment.platform],
    ['Contract', `${contract.title} ${contract.version}`],
    ['SHA-256', contract.sha256],
  ] as const;
  return section(
    'environment',
    'Environment',
    html`<dl class="rows">${rows.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd><code>${shown(value)}</code></dd></div>`,
    )}</dl>`,
  );
}
