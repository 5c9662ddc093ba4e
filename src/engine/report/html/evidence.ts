import { html } from 'hono/html';
import type { ReportInput } from '../../model/report.ts';
import { purposeText } from '../purpose-text.ts';
import { countText, plural } from '../words.ts';
import { MOST_OF_A_BODY, ShownBodies, wholeExchange } from './exchange.ts';
import { offsetText, pathInTarget, statusBadge, type Wanted } from './exchange-words.ts';
import type { EvidenceRow, Plan } from './plan.ts';
import { type Html, prose, section, shown } from './text.ts';

/** The exchanges of the run by scenario, in the order of sending; those that stand in a card are linked. */
export function evidenceSection(input: ReportInput, plan: Plan, bodies = new ShownBodies()): Html {
  const { exchanges, report } = input;
  const more = plan.left > 0 ? ` ${plural(plan.left, 'other')} stand there alone.` : '';
  const lead = `${plural(exchanges.length, 'exchange')} in the order of sending; polls that asked the same again stand in one line. evidence.har has all of them whole.${more}`;
  const stretches = byScenario(plan.rows).map(({ scenario, rows }) => {
    const title = report.scenarios.find(({ id }) => id === scenario)?.title ?? scenario;
    return html`<h3>${prose(title)}</h3>
${rows.map((row) => {
  const line = exchangeRow(row, plan.wanted(row.index), input);
  return plan.homes.has(row.index)
    ? html`\n<p class="exchange home"><a href="#exchange-${row.index}">${line}</a></p>`
    : html`
<details class="exchange">
<summary>${line}</summary>
<div class="whole" id="exchange-${row.index}">
${wholeExchange(row.exchange, { index: row.index, most: MOST_OF_A_BODY, bodies })}
</div>
</details>`;
})}`;
  });
  return section('evidence', 'Evidence', stretches, lead);
}

interface Stretch {
  readonly scenario: string;
  readonly rows: EvidenceRow[];
}

function byScenario(rows: readonly EvidenceRow[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const row of rows) {
    const { scenario } = row.exchange;
    const last = stretches.at(-1);
    if (last?.scenario === scenario) last.rows.push(row);
    else stretches.push({ scenario, rows: [row] });
  }
  return stretches;
}

/** An exchange in one line. */
function exchangeRow({ index, exchange, polls }: EvidenceRow, wanted: Wanted, input: ReportInput): Html {
  const { suite, report, exchanges } = input;
  const asked = polls === 1 ? '' : `, asked ${countText(polls)} times`;
  return html`<span class="number">${index}</span> <span class="offset">${offsetText(exchange, exchanges[0])}</span> <b>${shown(exchange.request.method, 20)}</b> <span class="path">${shown(pathInTarget(exchange, report), 160)}</span> ${statusBadge(exchange, wanted)} <span class="meta">${prose(purposeText(exchange, suite))}${asked}, ${Math.round(exchange.durationMs)} ms</span>`;
}
