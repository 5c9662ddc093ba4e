import { html } from 'hono/html';
import type { ReportInput } from '../../model/report.ts';
import { type Cause, causesOf } from '../causes.ts';
import { plural } from '../words.ts';
import { exchangeLink } from './exchange-words.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, section } from './text.ts';

/** As many causes as the page shows. */
const MOST = 60;

/** What could not be tested, each cause told once. */
export function causesSection({ report }: ReportInput, plan: Plan): Html | '' {
  const causes = causesOf(report);
  const isUntold = causes.length === 0 && report.verdict === 'inconclusive';
  if (causes.length === 0 && !isUntold) return '';
  const left = causes.length - MOST;
  return section('inconclusive', 'Could not be tested', [
    ...(isUntold ? [untold(report.reason)] : []),
    ...causes.slice(0, MOST).map((cause) => causeCard(cause, plan)),
    ...(left > 0 ? [html`<p>${left} more in <code>conformance.json</code>.</p>`] : []),
  ]);
}

/** Nothing stood in the way, and yet there is no verdict: an answer without which there is none was not met. */
function untold(reason: string): Html {
  return html`
<article class="card is-inconclusive">
<h3>${prose(reason)}</h3>
<dl class="rows"><div><dt>To do</dt><dd>Without both answers there is no verdict, whatever else held: see in the evidence below what the
requests were answered instead, and who answered in the endpoint's place.</dd></div></dl>
</article>`;
}

function causeCard({ message, blocked, scenarios, requirements, exchange }: Cause, plan: Plan): Html {
  const rows = [
    ['Tried', blocked?.tried ?? ''],
    ['To do', blocked?.remedy ?? ''],
    ['Scenarios', scenarios.map(({ title }) => title).join('; ')],
  ] as const;
  const ids = requirements.map(({ id }) => html`<li><a href="#${id}">${id}</a></li>`);
  return html`
<article class="card is-inconclusive">
<h3>${prose(message)}</h3>
<dl class="rows">${rows.map(([name, text]) =>
    text === '' ? '' : html`<div><dt>${name}</dt><dd>${prose(text)}</dd></div>`,
  )}${exchange === undefined ? '' : html`<div><dt>Exchange</dt><dd>${exchangeLink(exchange, plan.shown)}</dd></div>`}</dl>
${
  ids.length === 0
    ? ''
    : html`<details class="more"${ids.length <= 6 ? html` open` : ''}><summary>${plural(ids.length, 'requirement')} left open</summary><ul class="ids">${ids}</ul></details>`
}
</article>`;
}
