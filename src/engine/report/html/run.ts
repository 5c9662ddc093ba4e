import { html } from 'hono/html';
import type { Recording, Report, ReportedScenario, ReportInput } from '../../model/report.ts';
import { timesText } from '../findings.ts';
import { noteKinds } from '../note-kinds.ts';
import { countText, limitText, plural } from '../words.ts';
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
  const kinds = noteKinds(notes);
  const left = kinds.length - MOST_NOTES;
  return section(
    'notes',
    'Notes',
    html`<ul class="plain">${kinds
      .slice(0, MOST_NOTES)
      .map(
        ({ message, count, exchanges: [first] }) =>
          html`<li>${prose(message)}${timesText(count)}${first === undefined ? '' : html` <span class="meta">exchange ${first}${count === 1 ? '' : ' first'}</span>`}</li>`,
      )}${left > 0 ? html`<li>${countText(left)} more in <code>conformance.json</code></li>` : ''}</ul>`,
  );
}

/** Where the documents contradict themselves or leave a gap, how that is read, and what rests on it. */
export function readingsSection({ readings, requirements }: Report): Html | '' {
  if (readings.length === 0) return '';
  return section(
    'readings',
    'How the documents are read',
    html`<dl class="readings">${readings.map(({ id, documents, reading }) => {
      const resting = requirements.filter((one) => one.readings?.includes(id) === true);
      return html`<div id="reading-${id}"><dt><code>${shown(id)}</code> ${prose(documents)}</dt><dd>${prose(reading)}${
        resting.length === 0
          ? ''
          : html`<details class="more"><summary>${plural(resting.length, 'requirement')} ${resting.length === 1 ? 'rests' : 'rest'} on it</summary><ul class="ids">${resting.map(
              (one) => html`<li><a href="#${one.id}">${one.id}</a></li>`,
            )}</ul></details>`
      }</dd></div>`;
    })}</dl>`,
    'Where the documents contradict themselves or leave a gap, and what this suite makes of it.',
  );
}

/** The deviations of the mock that prove each requirement: the suite is tried on every one of them. */
export function proofsSection({ report, proofs }: ReportInput): Html | '' {
  const rows = report.requirements.flatMap(({ id }) => {
    const names = proofs?.[id] ?? [];
    return names.length === 0 ? [] : [{ id, names }];
  });
  if (rows.length === 0) return '';
  const total = rows.reduce((sum, { names }) => sum + names.length, 0);
  return section(
    'proofs',
    'What proves each requirement',
    html`<details class="more"><summary>${plural(total, 'deviation')} of the mock, by the requirement that each is there to break</summary>
<ul class="proofs">${rows.map(
      ({ id, names }) =>
        html`<li id="proof-${id}"><a href="#${id}">${id}</a> ${countText(names.length)}: ${names.map((name) => shown(name, 80)).join(', ')}</li>`,
    )}</ul></details>`,
    'A requirement that nobody has seen fail proves nothing: the suite is tried on each of these, and has to call each non-conformant.',
  );
}

/** The file that was judged, and what of it. */
function recordingRows({ creator, file, sha256, exchanges, matched }: Recording) {
  return [
    ['Recorded by', creator],
    ['File', file],
    ['SHA-256 of it', sha256],
    ['Exchanges in it', countText(exchanges)],
    ...matched.map((one) => [`Of ${one.operation}`, countText(one.exchanges)] as const),
  ] as const;
}

/** What the run was made with, and the sums of the files beside this page. */
export function factsSection({ report, sums = [] }: ReportInput): Html {
  const { suite, environment, contract, target, startedAt, run, limits, recording } = report;
  const source = {
    install: 'the suite installs what it deletes',
    existing: 'an instance that was there, deleted once',
  }[target.source];
  const rows = [
    ['Run', run.id],
    ['Started', startedAt],
    ['Project', target.project],
    ...(recording === undefined
      ? ([
          ['Instance', source],
          ['Authentication', target.authentication],
        ] as const)
      : recordingRows(recording)),
    ...(limits === undefined ? [] : [['At most', limitText(limits.longestMs)] as const]),
    ['Suite', `${suite.name} ${suite.version}`],
    ['Node.js', environment.node],
    ['Platform', environment.platform],
    ['Contract', `${contract.title} ${contract.version}`],
    ['SHA-256 of the description', contract.sha256],
    ...sums.map(({ file, sha256 }) => [`SHA-256 of ${file}`, sha256] as const),
  ] as const;
  return section(
    'facts',
    'Facts of the run',
    html`<dl class="rows facts">${rows.map(
      ([name, value]) => html`<div><dt>${shown(name)}</dt><dd><code>${shown(value)}</code></dd></div>`,
    )}</dl>`,
  );
}
