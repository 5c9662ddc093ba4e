import { html } from 'hono/html';
import type { JudgedRequirement, Report } from '../../model/report.ts';
import { type Group, grouped } from '../groups.ts';
import { OUTCOME_ORDER, OUTCOMES } from '../words.ts';
import { badge } from './icons.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, section, titled } from './text.ts';

/** Every requirement with its outcome, in the chapters of the document. */
export function requirementsSection({ requirements }: Report, plan: Plan): Html {
  const groups = grouped(requirements);
  return section(
    'requirements',
    'All requirements',
    groups.map((group) => groupTable(group, plan)),
  );
}

function groupTable({ key, title, requirements }: Group, plan: Plan): Html {
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
<tbody>${requirements.map((requirement) => row(requirement, plan))}</tbody>
</table>
</details>`;
}

function row({ id, title, clause, outcome }: JudgedRequirement, plan: Plan): Html {
  // One anchor an id: where there is a card, it is there.
  const anchor = plan.cards.has(id) ? '' : html` id="${id}"`;
  return html`<tr${anchor}>
<td>${badge(outcome)}</td>
<td><span>${titled(title)}</span> <a class="id" href="#${id}"><code>${id}</code></a> <span class="clause">${prose(clause)}</span></td>
</tr>`;
}
