import { html } from 'hono/html';
import type { ReportedFinding } from '../../model/finding.ts';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import { byKind, distinctFindings, totalOf } from '../findings.ts';
import { countText } from '../words.ts';
import { exchangeLinks } from './exchange-words.ts';
import { isMany, manyExpected } from './finding-rows.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, section, shown } from './text.ts';

/** As many rows of one requirement; those of one kind are one. */
const MOST = 20;

/** What drifts from the documents without breaking them, a row each. */
export function driftSection({ report }: ReportInput, plan: Plan): Html | '' {
  const drifting = report.requirements.filter(({ outcome }) => outcome === 'drift' && !report.strict);
  if (drifting.length === 0) return '';
  return section(
    'drift',
    'Drift',
    html`<div class="card is-drift"><table class="drifts">
<thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">Expected</th><th scope="col">Actual</th></tr></thead>
<tbody>${drifting.map((one) => rows(one, plan))}</tbody>
</table></div>`,
    'What the documents do not name. It is reported, and fails a strict run only.',
  );
}

function rows({ id, findings }: JudgedRequirement, plan: Plan): Html {
  const told = distinctFindings(findings.filter(({ kind }) => kind === 'drift'));
  const kinds = byKind(told).flatMap((alike) => (isMany(alike) ? [alike] : alike.map((one) => [one])));
  const left = kinds.length - MOST;
  const all = kinds.slice(0, MOST).map((alike) => {
    const [{ finding } = { finding: undefined }] = alike;
    if (finding === undefined) return '';
    const total = totalOf(alike);
    const ofThese = new Set(alike.map((one) => keyOf(one.finding)));
    const indexes = findings
      .filter((one) => ofThese.has(keyOf(one)))
      .flatMap(({ exchange }) => exchange ?? []);
    return html`<tr><td>${prose(finding.message)}${total === 1 ? '' : ` ${countText(total)} of them.`}<p class="fine"><a class="id" href="#${id}">${id}</a></p></td>
<td>${where(finding, alike.length)}<p class="fine">Exchange ${exchangeLinks([...new Set(indexes)], plan.shown)}</p></td>
<td class="expected">${alike.length > 1 ? manyExpected(alike) : shown(finding.expected ?? '', 300)}</td><td class="expected">${shown(finding.actual ?? '', 300)}</td></tr>`;
  });
  return html`${all}${left > 0 ? html`<tr><td colspan="4">${countText(left)} more in <code>conformance.json</code></td></tr>` : ''}`;
}

function where({ pointer }: ReportedFinding, alike: number): Html | '' {
  if (pointer === undefined || alike > 1) return '';
  return html`<code>${shown(pointer === '' ? 'the body itself' : pointer)}</code> `;
}

/** What tells a finding from one that was made of something else. */
function keyOf({ message, pointer, expected, actual }: ReportedFinding): string {
  return JSON.stringify([message, pointer, expected, actual]);
}
