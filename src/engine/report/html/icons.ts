import { html } from 'hono/html';
import type { Outcome } from '../../model/requirement.ts';
import type { Verdict } from '../../model/verdict.ts';
import { OUTCOMES } from '../words.ts';
import type { Html } from './text.ts';

/** The outcome whose colour and mark a verdict wears. */
export const VERDICT_LOOK: Readonly<Record<Verdict, Outcome>> = {
  conformant: 'passed',
  'conformant-with-waivers': 'waived',
  'non-conformant': 'failed',
  inconclusive: 'inconclusive',
};

/** The marks, drawn once; the page refers to them by name. */
export const ICONS: Html = html`
<svg class="sprite" width="0" height="0" aria-hidden="true">
<symbol id="i-passed" viewBox="0 0 16 16"><path d="M3.5 8.5l3 3 6-7"/></symbol>
<symbol id="i-failed" viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8"/></symbol>
<symbol id="i-inconclusive" viewBox="0 0 16 16"><path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.6v.1"/></symbol>
<symbol id="i-drift" viewBox="0 0 16 16"><path d="M2.500 9.500c1.800-3 3.700-3 5.500-1.500s3.700 1.500 5.500-1.500"/></symbol>
<symbol id="i-waived" viewBox="0 0 16 16"><path d="M4.500 14V2.500h7.500l-2 2.800 2 2.700H4.500"/></symbol>
<symbol id="i-not-observed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="4"/></symbol>
<symbol id="i-not-applicable" viewBox="0 0 16 16"><path d="M4 8h8"/></symbol>
</svg>`;

/** The mark of an outcome. */
export function icon(outcome: Outcome): Html {
  return html`<svg class="icon" width="16" height="16" aria-hidden="true"><use href="#i-${outcome}"/></svg>`;
}

/** The mark and the word of an outcome. */
export function badge(outcome: Outcome): Html {
  return html`<span class="badge is-${outcome}">${icon(outcome)}${OUTCOMES[outcome]}</span>`;
}
