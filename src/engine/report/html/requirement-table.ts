import { html } from 'hono/html';
import type { Because, JudgedRequirement, Report } from '../../model/report.ts';
import { attemptsText } from '../attempts-text.ts';
import { type Group, grouped } from '../groups.ts';
import { OUTCOME_ORDER, OUTCOMES } from '../words.ts';
import { badge } from './icons.ts';
import type { Plan } from './plan.ts';
import { restsOn } from './rests-on.ts';
import { type Html, prose, section, titled } from './text.ts';

/** Every requirement with its outcome, in the chapters of the document. */
export function requirementsSection(report: Report, plan: Plan): Html {
  const groups = grouped(report);
  return section(
    'requirements',
    'All requirements',
    groups.map((group) => groupTable(group, report, plan)),
  );
}

function groupTable({ key, title, requirements }: Group, report: Report, plan: Plan): Html {
  const counts = OUTCOME_ORDER.map((outcome) => ({
    outcome,
    count: requirements.filter((one) => one.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  const isQuiet = counts.every(({ outcome }) => outcome === 'passed');
  return html`
<details class="group" id="group-${key}"${isQuiet ? '' : html` open`}>
<summary><h3>${title}</h3> <span class="meta">${counts
    .map(({ outcome, count }) => `${count} ${OUTCOMES[outcome]}`)
    .join(' · ')}</span></summary>
<table>
<thead><tr><th scope="col">Outcome</th><th scope="col">Requirement</th></tr></thead>
<tbody>${requirements.map((requirement) => row(requirement, report, plan))}</tbody>
</table>
</details>`;
}

function row(requirement: JudgedRequirement, report: Report, plan: Plan): Html {
  const { id, title, clause, outcome, because } = requirement;
  const attempts = attemptsText(requirement, report);
  // One anchor an id: where there is a card, it is there.
  const anchor = plan.cards.has(id) ? '' : html` id="${id}"`;
  return html`<tr${anchor}>
<td>${badge(outcome)}</td>
<td><span>${titled(title)}</span> <a class="id" href="#${id}"><code>${id}</code></a> ${because === undefined ? '' : html`<span class="why is-${outcome}">${prose(because.reason)}${fromLink(because, report)}</span>`}
${attempts === null ? '' : html`<span class="why is-${outcome}">${attempts}</span>`}
<span class="clause">${prose(clause)}</span>
${restsOn(requirement, report)}</td>
</tr>`;
}

/** The way to the requirement that a reason follows from. */
function fromLink({ requirement }: Because, { requirements }: Report): Html | '' {
  if (requirement === undefined || !requirements.some(({ id }) => id === requirement)) return '';
  return html` See <a href="#${requirement}"><code>${requirement}</code></a>.`;
}
