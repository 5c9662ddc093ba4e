import { html } from 'hono/html';
import { beginOf, endOf } from '../../judge/exchange-times.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Report, ReportedWait, ReportInput } from '../../model/report.ts';
import { waitedText } from '../wait-text.ts';
import { countText, durationText, plural } from '../words.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, section, shown } from './text.ts';

/** The width of a lane, in units of its own; it is as wide as there is room. */
const WIDTH = 1000;
const HEIGHT = 22;
/** As many marks of one lane: more could not be told apart. */
const MOST_MARKS = 120;
const TICKS = 5;

/** A stretch of time, in milliseconds since 1970. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The run over time: a lane a scenario, waits as bands, each exchange a mark; below it how long operations took. */
export function timelineSection(input: ReportInput, plan: Plan): Html | '' {
  const { report, exchanges } = input;
  const [first] = exchanges;
  if (first === undefined) return '';
  const from = beginOf(first);
  const to = exchanges.reduce((latest, one) => Math.max(latest, endOf(one)), from + 1);
  const span = { from, to };
  const lanes = [...new Set(exchanges.map(({ scenario }) => scenario))].map((id) =>
    lane(id, span, input, plan),
  );
  const ticks = Array.from({ length: TICKS }, (_, at) => durationText(((to - from) * at) / TICKS));
  return section(
    'run',
    'The run',
    html`<div class="card run">
<p class="axis" aria-hidden="true">${ticks.map((tick) => html`<span>${tick}</span>`)}</p>
<ol class="lanes">${lanes}</ol>
${timingsTable(report)}
</div>`,
  );
}

function lane(id: string, span: Span, { report, exchanges }: ReportInput, plan: Plan): Html {
  const own = exchanges.filter(({ scenario }) => scenario === id);
  const waits = (report.waits ?? []).filter(({ exchange }) => exchanges[exchange]?.scenario === id);
  const marks = thinned(own.filter(({ index }) => plan.shown.has(index)));
  const scenario = report.scenarios.find((one) => one.id === id);
  return html`<li><span class="lane">${shown(id, 60)}</span>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="${HEIGHT}" preserveAspectRatio="none" role="group" aria-label="${prose(scenario?.title ?? id)}: ${plural(own.length, 'exchange')}">
${waits.map((wait) => band(wait, exchanges, span))}${marks.map((one) => mark(one, span))}</svg>
<span class="waits">${waits.map((wait) => html`<a href="#exchange-${wait.exchange}">${shown(waitedText(wait), 120)}</a> `)}</span></li>`;
}

function band({ exchange, ms }: ReportedWait, exchanges: readonly Exchange[], span: Span): Html | '' {
  const begun = exchanges[exchange];
  if (begun === undefined) return '';
  const x = at(endOf(begun), span);
  return html`<rect class="band" fill="#c3cfdf" x="${x.toFixed(1)}" y="4" width="${Math.max(1, at(endOf(begun) + ms, span) - x).toFixed(1)}" height="14"/>`;
}

function mark(exchange: Exchange, span: Span): Html {
  const { index, purpose, request, response } = exchange;
  const x = at(beginOf(exchange), span);
  const width = Math.max(2.5, at(endOf(exchange), span) - x);
  const isProbe = purpose === 'probe';
  return html`<a href="#exchange-${index}" tabindex="-1" aria-label="exchange ${index}, ${shown(request.method, 20)}, ${response?.status ?? 'no answer'}"><rect class="${isProbe ? 'probe' : 'look'}" fill="${isProbe ? '#2a62d6' : '#7b8798'}" x="${Math.min(x, WIDTH - 2.5).toFixed(1)}" y="${isProbe ? 1 : 8}" width="${width.toFixed(1)}" height="${isProbe ? 20 : 10}"/></a>`;
}

/** Where a moment stands in a lane. */
function at(moment: number, { from, to }: Span): number {
  return ((moment - from) / (to - from)) * WIDTH;
}

/** All of what is under test, and of the rest as many as there is room for. */
function thinned(exchanges: readonly Exchange[]): readonly Exchange[] {
  if (exchanges.length <= MOST_MARKS) return exchanges;
  const step = Math.ceil(exchanges.length / MOST_MARKS);
  return exchanges
    .filter(({ purpose }, at) => purpose === 'probe' || at % step === 0)
    .slice(0, 2 * MOST_MARKS);
}

/** How long the answers to each operation took. */
function timingsTable({ timings = [] }: Report): Html | '' {
  if (timings.length === 0) return '';
  return html`<table class="timings">
<thead><tr><th scope="col">Operation</th><th scope="col">Answers</th><th scope="col">Least</th><th scope="col">Middle</th><th scope="col">Most</th></tr></thead>
<tbody>${timings.map(
    ({ operation, answers, min, p50, max }) =>
      html`<tr><td>${shown(operation, 80)}</td><td>${countText(answers)}</td><td>${durationText(min)}</td><td>${durationText(p50)}</td><td>${durationText(max)}</td></tr>`,
  )}</tbody></table>`;
}
