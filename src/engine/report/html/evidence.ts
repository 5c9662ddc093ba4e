import { html } from 'hono/html';
import type { Body } from '../../model/exchange.ts';
import type { ReportInput } from '../../model/report.ts';
import { plural } from '../words.ts';
import { exchangeDetails, exchangeSummary } from './exchange.ts';
import type { Plan } from './plan.ts';
import { type Html, section } from './text.ts';

/** As many characters of a body as the list shows. */
const MOST = 4096;

/** The exchanges of the run, in order; those shown in a card are linked. */
export function evidenceSection({ exchanges }: ReportInput, plan: Plan): Html {
  const left = exchanges.length - plan.listed.length;
  const bodies = new Map<Body, Html>();
  const items = plan.listed.map((exchange) => {
    const index = exchanges.indexOf(exchange);
    const home = plan.home.get(index);
    if (home !== undefined) {
      return html`<p class="exchange-link"><a href="#exchange-${index}">${exchangeSummary(exchange, index)}</a></p>`;
    }
    return exchangeDetails(exchange, {
      index,
      open: false,
      most: MOST,
      curl: true,
      bodies,
    });
  });
  const more = left > 0 ? ` ${left} more, repeated polls for the most part, stand there only.` : '';
  const lead = `${plural(exchanges.length, 'exchange')} in the order of sending. evidence.har has all of them whole.${more}`;
  return section('evidence', 'Evidence', items, lead);
}
