import { html } from 'hono/html';
import { beginOf } from '../../judge/exchange-times.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { ReportedFinding } from '../../model/finding.ts';
import type { ReportInput } from '../../model/report.ts';
import type { BrokenAnswer } from '../broken-answers.ts';
import { isEffect } from '../findings.ts';
import { purposeText } from '../purpose-text.ts';
import { countText, durationText } from '../words.ts';
import { exchangeLine, exchangeLink } from './exchange-words.ts';
import type { Plan } from './plan.ts';
import { type Html, prose, shown } from './text.ts';

/** As many pairs of looks of one answer. */
const MOST_PAIRS = 4;
/** As many entries of a List, on each side, that are named. */
const MOST_NAMED = 5;
/** As many of those of which none is left. */
const MOST_IN_A_LINE = 3;

/** What a request did: what was there before, the request, and what is there afterwards. */
export function effectBlock({ broken }: BrokenAnswer, plan: Plan, input: ReportInput): Html | '' {
  const findings = broken
    .flatMap(({ findings: told }) => told.map(({ finding }) => finding))
    .filter(isEffect);
  const pairs = new Map(findings.map((one) => [`${one.before} ${one.exchange} ${one.after}`, one]));
  if (pairs.size === 0) return '';
  const shownPairs = [...pairs.values()].slice(0, MOST_PAIRS);
  const left = pairs.size - shownPairs.length;
  return html`${shownPairs.map((one) => pair(one, plan, input))}${left > 0 ? html`<p class="remark">${countText(left)} more in <code>conformance.json</code>.</p>` : ''}`;
}

function pair(finding: ReportedFinding, plan: Plan, input: ReportInput): Html {
  const { exchanges, suite } = input;
  const request = exchanges[finding.exchange ?? -1];
  const [was, is] = [exchanges[finding.before ?? -1], exchanges[finding.after ?? -1]];
  if (request === undefined || is === undefined) return html``;
  const before = was === undefined ? null : suite.listed(was);
  const after = suite.listed(is);
  const passed = beginOf(is) - beginOf(request);
  return html`<ol class="effect">
<li><span class="when">Before</span> ${was === undefined ? 'nothing of it was seen.' : looked(was, before, plan, input)}</li>
<li class="between"><span class="when">Then</span> ${exchangeLink(request.index, plan.shown)} ${exchangeLine(request, input)}</li>
<li><span class="when">${durationText(Math.max(0, passed))} later</span> ${looked(is, after, plan, input)}</li>
</ol>
${before === null || after === null ? '' : listChanges(before, after, input)}`;
}

function looked(exchange: Exchange, entries: readonly string[] | null, plan: Plan, input: ReportInput): Html {
  const count = entries === null ? '' : `, ${countText(entries.length)} listed`;
  return html`${exchangeLink(exchange.index, plan.shown)} ${exchangeLine(exchange, input)} <span class="meta">${prose(purposeText(exchange, input.suite))}${count}</span>`;
}

/** In what two Lists differ: what went, what came, and how many stayed. */
function listChanges(
  before: readonly string[],
  after: readonly string[],
  { suite, exchanges }: ReportInput,
): Html | '' {
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length === 0 && come.length === 0) return '';
  // What the first List of the run did not name came from the run.
  const own = new Set(without(gone, firstList(exchanges, suite) ?? gone));
  const others = gone.filter((one) => !own.has(one));
  const same = before.length - gone.length;
  const isAll = same === 0 && others.length > 1;
  return html`<div class="diff" role="group" aria-label="What the two Lists name differently">
${isAll ? html`<p class="del">All ${countText(others.length)} others are gone: ${firstOf(others)}</p>` : ''}
<ul>${isAll ? '' : lines(others, 'del', '− ')}${lines([...own], 'del', "− this run's own: ")}${lines(come, 'ins', '+ ')}${
    same === 0 ? '' : html`<li class="meta">${countText(same)} as before</li>`
  }</ul>
</div>`;
}

function firstList(
  exchanges: readonly Exchange[],
  { listed }: ReportInput['suite'],
): readonly string[] | null {
  const first = exchanges.find((one) => one.purpose === 'list' && listed(one) !== null);
  return first === undefined ? null : listed(first);
}

/** `a, b, c and 9,997 more` */
function firstOf(entries: readonly string[]): string {
  const named = entries.slice(0, MOST_IN_A_LINE).map((one) => shown(one, 120));
  const left = entries.length - named.length;
  return named.join(', ') + (left > 0 ? ` and ${countText(left)} more` : '');
}

function lines(entries: readonly string[], look: 'del' | 'ins', mark: string): Html {
  const left = entries.length - MOST_NAMED;
  const tagged = entries
    .slice(0, MOST_NAMED)
    .map((one) => html`<li class="${look}">${mark}${shown(one, 200)}</li>`);
  return html`${tagged}${left > 0 ? html`<li class="${look}">${mark}${countText(left)} more</li>` : ''}`;
}

/** The entries of one List that another does not have: Lists are multisets. */
function without(entries: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(one, (counts.get(one) ?? 0) + 1);
  return entries.filter((one) => {
    const count = counts.get(one) ?? 0;
    counts.set(one, count - 1);
    return count <= 0;
  });
}
