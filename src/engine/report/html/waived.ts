import { html } from 'hono/html';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import type { Waiver } from '../../model/waiver.ts';
import { dayOf, daysBetween } from '../../verdict/days.ts';
import { distinctFindings } from '../findings.ts';
import { waiversOf } from '../waiver-text.ts';
import { plural } from '../words.ts';
import { exchangeLinks } from './exchange-words.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, section, shown, titled } from './text.ts';

/** What is violated and answered for, by whom and for how long; and the waivers that are to be looked after. */
export function waivedSection({ report }: ReportInput, plan: Plan): Html | '' {
  const waived = report.requirements.filter(({ outcome }) => outcome === 'waived');
  const today = dayOf(report.startedAt);
  const { expired = [], notYet = [], stale = [] } = report.waivers ?? {};
  const others = [
    ...expired.map((one) => [one, 'expired: no longer applied'] as const),
    ...notYet.map((one) => [one, 'not begun: not yet applied'] as const),
    ...stale.map((one) => [one, 'not needed: what it waives was not found'] as const),
  ];
  if (waived.length === 0 && others.length === 0) return '';
  return section(
    'waived',
    'Waived',
    html`<div class="card is-waived"><table class="waivers">
<thead><tr><th scope="col">Requirement</th><th scope="col">Who, and why</th><th scope="col">Until</th></tr></thead>
<tbody>${waived.map((one) => waivedRow(one, plan, today))}${others.map(([waiver, state]) => otherRow(waiver, state))}</tbody>
</table></div>`,
    'These do not fail the run, because a waiver names them.',
  );
}

function waivedRow(requirement: JudgedRequirement, plan: Plan, today: string): Html {
  const { id, title, findings, exchanges = [] } = requirement;
  const waivers = waiversOf(requirement);
  const found = distinctFindings(findings).slice(0, 3);
  return html`<tr><td><p class="says">${titled(title)}</p><p class="fine"><a class="id" href="#${id}">${id}</a></p>
${found.map(
  ({ finding: { message, expected, actual } }) =>
    html`<p class="fine">${prose(message)}${expected === undefined ? '' : html` Expected ${shown(expected, 200)}, actual ${shown(actual ?? 'not stated', 200)}.`}</p>`,
)}${exchanges.length === 0 ? '' : html`<p class="fine">Exchange ${exchangeLinks(exchanges, plan.shown)}</p>`}</td>
<td>${waivers.map(who)}</td><td>${waivers.map((one) => until(one, today))}</td></tr>`;
}

function who({ approvedBy, reason, ticket }: Waiver): Html {
  return html`<p><b>${shown(approvedBy, 120)}</b>${ticket === undefined ? '' : html`, ticket ${shown(ticket, 120)}`}</p><p class="fine">${prose(reason)}</p>`;
}

function until({ until: day, since }: Waiver, today: string): Html {
  const left = daysBetween(today, day);
  return html`<p>${day}</p><p class="fine">${left === 0 ? 'the last day' : `${plural(left, 'day')} left`}${since === undefined ? '' : `, since ${since}`}</p>`;
}

function otherRow(waiver: Waiver, state: string): Html {
  return html`<tr><td><p class="fine"><code>${shown(waiver.requirement, 200)}</code></p><p><b>${state}</b></p></td><td>${who(waiver)}</td><td><p>${waiver.until}</p></td></tr>`;
}
