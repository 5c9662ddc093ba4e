import { html } from 'hono/html';
import type { Because, JudgedRequirement, Report, ReportInput } from '../../model/report.ts';
import { attemptsText } from '../attempts-text.ts';
import { waiversOf, waiverText } from '../waiver-text.ts';
import { BASES, countText, OUTCOME_ORDER, OUTCOMES } from '../words.ts';
import { LEVELS, OF_BASES } from './css-filters.ts';
import { exchangeLinks } from './exchange-words.ts';
import { badge } from './icons.ts';
import type { Plan } from './plan.ts';
import { sourceLines } from './source.ts';
import { type Html, prose, section, titled } from './text.ts';

/** Every requirement in one table, which is filtered without a script: see `CSS_FILTERS`. */
export function requirementsSection(input: ReportInput, plan: Plan): Html {
  const { requirements } = input.report;
  const count = (isOf: (one: JudgedRequirement) => boolean) => requirements.filter(isOf).length;
  const outcomes = OUTCOME_ORDER.map(
    (one) => [one, OUTCOMES[one], count(({ outcome }) => outcome === one)] as const,
  );
  const levels = LEVELS.map((one) => [one, one, count(({ level }) => level === one)] as const);
  const bases = OF_BASES.map((one) => [one, BASES[one], count(({ basis }) => basis === one)] as const);
  return section(
    'requirements',
    'Every requirement',
    html`<div class="filters">
${filter('outcome', 'Outcome', outcomes)}${filter('level', 'Level', levels)}${filter('basis', 'Source', bases)}
</div>
<table class="all">
<thead><tr><th scope="col">Outcome</th><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Source</th><th scope="col">Exchanges</th><th scope="col">Proven by</th></tr></thead>
<tbody>${requirements.map((one) => row(one, input, plan))}</tbody>
</table>
<p class="none remark">No requirement is of all these.</p>`,
  );
}

function filter(
  name: string,
  legend: string,
  values: readonly (readonly [value: string, label: string, count: number])[],
): Html {
  return html`<fieldset><legend>${legend}</legend>
<label><input type="radio" name="${name}" id="${name}-all" checked><span>all</span></label>
${values.map(
  ([value, label, count]) =>
    html`<label${count === 0 ? html` class="zero"` : ''}><input type="radio" name="${name}" id="${name}-${value}"><span>${label} ${count}</span></label>`,
)}</fieldset>`;
}

function row(requirement: JudgedRequirement, input: ReportInput, plan: Plan): Html {
  const { id, title, level, basis, outcome, because, exchanges = [], provenBy = 0 } = requirement;
  const { report, proofs } = input;
  const attempts = attemptsText(requirement, report);
  const isTold = plan.anchored.has(id);
  const waivers = outcome === 'waived' ? waiversOf(requirement) : [];
  const names = proofs?.[id] ?? [];
  // One anchor an id: where it is told what broke, it is there.
  return html`<tr${isTold ? '' : html` id="${id}"`} class="o-${outcome} l-${level} b-${basis}">
<td>${badge(outcome)}</td>
<td><p class="says">${titled(title)}</p><p class="fine"><a class="id" href="#${id}">${id}</a></p>
${because === undefined ? '' : html`<p class="fine is-${outcome}"><span class="why">${prose(because.reason)}${fromLink(because, report)}</span></p>`}${
  attempts === null ? '' : html`<p class="fine">${attempts}</p>`
}${waivers.map((one) => html`<p class="fine"><b>Waived by</b> ${prose(waiverText(one))}</p>`)}</td>
<td>${level}</td>
<td>${isTold ? html`<p class="fine">${BASES[basis]}</p>` : sourceLines(requirement, report)}</td>
<td>${exchanges.length === 0 ? 'none' : exchangeLinks(exchanges, plan.shown, 6)}</td>
<td>${names.length === 0 ? countText(provenBy) : html`<a href="#proof-${id}">${countText(names.length)}</a>`}</td>
</tr>`;
}

/** The way to the requirement that a reason follows from. */
function fromLink({ requirement }: Because, { requirements }: Report): Html | '' {
  if (requirement === undefined || !requirements.some(({ id }) => id === requirement)) return '';
  return html` See <a href="#${requirement}">${requirement}</a>.`;
}
