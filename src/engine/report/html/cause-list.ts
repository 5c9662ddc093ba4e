import { html } from 'hono/html';
import type { Exchange } from '../../model/exchange.ts';
import type { ReportInput } from '../../model/report.ts';
import { type Cause, causesOf } from '../causes.ts';
import { plural } from '../words.ts';
import { badge } from './icons.ts';
import { isShown, type Plan } from './plan.ts';
import { type Html, prose, section } from './text.ts';

/** As many causes as the page shows. */
const MOST = 60;

/** What could not be tested, each cause told once. */
export function causesSection({ report, exchanges }: ReportInput, plan: Plan): Html | '' {
  const causes = causesOf(report);
  if (causes.length === 0) return '';
  const left = causes.length - MOST;
  return section('inconclusive', 'Could not be tested', [
    ...causes.slice(0, MOST).map((cause) => causeCard(cause, plan, exchanges)),
    ...(left > 0 ? [html`<p>${left} more in <code>conformance.json</code>.</p>`] : []),
  ]);
}

function causeCard(
  { message, blocked, scenarios, requirements, exchange }: Cause,
  plan: Plan,
  exchanges: readonly Exchange[],
): Html {
  const rows = [
    ['Tried', blocked?.tried ?? ''],
    ['To do', blocked?.remedy ?? ''],
    ['Scenarios', scenarios.map(({ title }) => title).join('; ')],
  ] as const;
  const ids = requirements.map(({ id }) => html`<li><a href="#${id}"><code>${id}</code></a></li>`);
  return html`
<article class="card is-inconclusive">
<header>${badge('inconclusive')}<h3>${prose(message)}</h3></header>
<dl class="rows">${rows.map(([name, text]) =>
    text === '' ? '' : html`<div><dt>${name}</dt><dd>${prose(text)}</dd></div>`,
  )}</dl>
${exchange === undefined || !isShown(plan, exchanges, exchange) ? '' : html`<p class="meta"><a href="#exchange-${exchange}">Exchange ${exchange}</a></p>`}
${
  ids.length === 0
    ? ''
    : html`<details${ids.length <= 6 ? html` open` : ''}><summary>${plural(ids.length, 'requirement')} left open</summary><ul class="ids">${ids}</ul></details>`
}
</article>`;
}
