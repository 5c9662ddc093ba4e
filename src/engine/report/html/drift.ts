import { html } from 'hono/html';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import { distinctFindings } from '../findings.ts';
import { countText } from '../words.ts';
import { exchangeLinks } from './exchange-words.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, section, shown } from './text.ts';

/** As many rows of one requirement. */
const MOST = 20;

/** What drifts from the documents without breaking them, a row each. */
export function driftSection({ report }: ReportInput, plan: Plan): Html | '' {
  const drifting = report.requirements.filter(({ outcome }) => outcome === 'drift' && !report.strict);
  if (drifting.length === 0) return '';
  return section(
    'drift',
    'Drift',
    html`<div class="card is-drift"><table>
<thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">Expected</th><th scope="col">Actual</th></tr></thead>
<tbody>${drifting.map((one) => rows(one, plan))}</tbody>
</table></div>`,
    'What the documents do not name. It is reported, and fails a strict run only.',
  );
}

function rows({ id, findings }: JudgedRequirement, plan: Plan): Html {
  const told = distinctFindings(findings.filter(({ kind }) => kind === 'drift'));
  const left = told.length - MOST;
  const all = told.slice(0, MOST).map(({ finding }) => {
    const { message, pointer, expected, actual, count } = finding;
    const indexes = findings
      .filter((one) => one.message === message && one.pointer === pointer && one.actual === actual)
      .flatMap(({ exchange }) => exchange ?? []);
    return html`<tr><td>${prose(message)}${count === 1 ? '' : ` It stands for ${countText(count)}.`}<p class="fine"><a href="#${id}"><code>${id}</code></a></p></td>
<td>${pointer === undefined ? '' : html`<code>${shown(pointer === '' ? 'the body itself' : pointer)}</code> `}<p class="fine">Exchange ${exchangeLinks([...new Set(indexes)], plan.shown)}</p></td>
<td class="expected">${shown(expected ?? '', 300)}</td><td class="expected">${shown(actual ?? '', 300)}</td></tr>`;
  });
  return html`${all}${left > 0 ? html`<tr><td colspan="4">${countText(left)} more in <code>conformance.json</code></td></tr>` : ''}`;
}
