import { html } from 'hono/html';
import { beginOf } from '../../judge/exchange-times.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { ReportInput } from '../../model/report.ts';
import { pathOf } from '../short-path.ts';
import { countText } from '../words.ts';
import { type Html, shown } from './text.ts';

/** The path of a request, in which what all requests have in common is left out. */
export function pathInTarget({ request, names }: Exchange, { target }: ReportInput['report']): string {
  const path = pathOf(request.url);
  const isOwn = names?.project === target.project && names.collection === target.collection;
  const own = `/${encodeURIComponent(target.collection)}/`;
  const at = isOwn ? path.indexOf(own) : -1;
  return at === -1 ? path : `…${path.slice(at + own.length - 1)}`;
}

/** When an exchange was sent, from the first one on: `+0.52 s`. */
export function offsetText(exchange: Exchange, first: Exchange | undefined): string {
  const passed = first === undefined ? 0 : beginOf(exchange) - beginOf(first);
  return `+${(Math.max(0, passed) / 1000).toFixed(2)} s`;
}

/** Whether the status of an exchange was one that was wanted; null of what is not under test. */
export type Wanted = 'wanted' | 'drift' | 'unwanted' | null;

/** How the status of each probe was, by what was found of it. */
export function wantedIn({ report, exchanges }: ReportInput): (index: number) => Wanted {
  const odd = new Map<number, 'drift' | 'unwanted'>();
  for (const { kind, code, exchange } of report.requirements.flatMap(({ findings }) => findings)) {
    if (exchange === undefined || !code.startsWith('status-')) continue;
    if (kind === 'violation') odd.set(exchange, 'unwanted');
    else if (kind === 'drift' && !odd.has(exchange)) odd.set(exchange, 'drift');
  }
  return (index) => {
    const exchange = exchanges[index];
    if (exchange?.purpose !== 'probe' || exchange.response === null) return null;
    return odd.get(index) ?? 'wanted';
  };
}

const TOLD = { wanted: 'as wanted', drift: 'drift', unwanted: 'not as wanted' } as const;

/** The status of an answer, and whether it was wanted. */
export function statusBadge({ response }: Exchange, wanted: Wanted = null): Html {
  const status = response === null ? 'no answer' : String(response.status);
  const look = wanted ?? (response === null ? 'none' : 'plain');
  return html`<span class="status ${look}">${status}${wanted === null ? '' : html` <i>${TOLD[wanted]}</i>`}</span>`;
}

/** A link to an exchange where the page shows it, else its number. */
export function exchangeLink(index: number, shownOnes: ReadonlySet<number>): Html {
  return shownOnes.has(index) ? html`<a href="#exchange-${index}">${index}</a>` : html`${index}`;
}

/** Links to exchanges, at most so many. */
export function exchangeLinks(indexes: readonly number[], shownOnes: ReadonlySet<number>, most = 12): Html {
  const links = indexes
    .slice(0, most)
    .map((index, at) => html`${at === 0 ? '' : ', '}${exchangeLink(index, shownOnes)}`);
  return html`${links}${indexes.length > most ? ` and ${countText(indexes.length - most)} more` : ''}`;
}

/** An exchange in one line: method, path and status. */
export function exchangeLine(exchange: Exchange, input: ReportInput): Html {
  return html`<b>${shown(exchange.request.method, 20)}</b> <span class="path">${shown(pathInTarget(exchange, input.report), 200)}</span> ${statusBadge(exchange)}`;
}
