import { html } from 'hono/html';
import type { Report } from '../../engine/model/report.ts';
import type { Outcome } from '../../engine/model/requirement.ts';
import { icon } from '../../engine/report/html/icons.ts';
import { type Html, shown } from '../../engine/report/html/text.ts';
import { durationText } from '../../engine/report/words.ts';

/** A fact about what a page tells of: its name and its value. */
export type Fact = readonly [name: string, value: Html];

/** What stands at the head of a page: what was concluded, why, and the facts around it. */
export interface VerdictCard {
  /** The outcome whose colour and mark it wears. */
  readonly look: Outcome;
  readonly kicker: string;
  readonly title: string;
  /** Each a paragraph. */
  readonly reasons: readonly Html[];
  readonly facts: readonly Fact[];
}

/** The card at the head of a page. */
export function verdictCard({ look, kicker, title, reasons, facts }: VerdictCard): Html {
  return html`<div class="verdict is-${look}">
<div class="seal">${icon(look)}</div>
<div>
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
${reasons.map((reason) => html`<p class="reason">${reason}</p>\n`)}</div>
</div>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** When it began and how long it took. */
export function timeFacts({
  startedAt,
  durationMs,
}: Pick<Report, 'startedAt' | 'durationMs'>): readonly Fact[] {
  return [
    ['Started', html`<time datetime="${startedAt}">${shown(startedAt)}</time>`],
    ['Duration', html`${durationText(durationMs)}`],
  ];
}

/** What it is judged by. */
export function contractFact({ contract: { title, version, sha256 } }: Pick<Report, 'contract'>): Fact {
  return ['Contract', html`${shown(title)} ${shown(version)} <code class="hash">${shown(sha256)}</code>`];
}
