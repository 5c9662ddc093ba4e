import { html } from 'hono/html';
import type { ReportInput } from '../../model/report.ts';
import { plural } from '../words.ts';
import { ShownBodies, wholeExchange } from './exchange.ts';
import { offsetText, purposeText, shortPath, statusBadge, type Wanted, wantedIn } from './exchange-words.ts';
import type { EvidenceRow, Plan } from './plan.ts';
import { type Html, prose, section, shown } from './text.ts';

/** As many characters of one body, and of all bodies. */
const MOST = 4096;
const MOST_IN_ALL = 250_000;

/** The exchanges of the run by scenario, in the order of sending. */
export function evidenceSection(input: ReportInput, plan: Plan): Html {
  const { exchanges, report } = input;
  const more = plan.left > 0 ? ` ${plural(plan.left, 'other')} stand there alone.` : '';
  const lead = `${plural(exchanges.length, 'exchange')} in the order of sending; polls that asked the same again stand in one line. evidence.har has all of them whole.${more}`;
  const bodies = new ShownBodies(MOST_IN_ALL);
  const wanted = wantedIn(input);
  const stretches = byScenario(plan.rows).map(({ scenario, rows }) => {
    const title = report.scenarios.find(({ id }) => id === scenario)?.title ?? scenario;
    return html`<h3>${prose(title)}</h3>
${rows.map((row) => exchangeRow(row, wanted(row.index), input, bodies))}`;
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

function exchangeRow(
  { index, exchange, polls }: EvidenceRow,
  wanted: Wanted,
  input: ReportInput,
  bodies: ShownBodies,
): Html {
  const { suite, report, exchanges } = input;
  const asked = polls === 1 ? '' : `, asked ${polls} times`;
  return html`
<details class="exchange">
<summary><span class="number">${index}</span> <span class="offset">${offsetText(exchange, exchanges[0])}</span> <b>${shown(exchange.request.method, 20)}</b> <span class="path">${shown(shortPath(exchange, report), 160)}</span> ${statusBadge(exchange, wanted)} <span class="meta">${prose(purposeText(exchange, suite))}${asked}, ${Math.round(exchange.durationMs)} ms</span></summary>
<div class="whole" id="exchange-${index}">
${wholeExchange(exchange, { index, most: MOST, bodies })}
</div>
</details>`;
}
