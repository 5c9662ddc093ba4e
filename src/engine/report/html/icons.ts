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

/** Of bars, of a page without its style sheet, and of the tab: light and dark alike. */
export const FILLS: Readonly<Record<Outcome, string>> = {
  failed: '#d0453b',
  inconclusive: '#d98a1f',
  drift: '#8b72d8',
  waived: '#b565a7',
  passed: '#3d9d66',
  'not-observed': '#a3adba',
  'not-applicable': '#c6cdd6',
};

const PATHS: Readonly<Record<Outcome, string>> = {
  passed: 'M3.5 8.5l3 3 6-7',
  failed: 'M4 4l8 8M12 4l-8 8',
  inconclusive: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.6v.1',
  drift: 'M2.500 9.500c1.800-3 3.700-3 5.500-1.500s3.700 1.500 5.500-1.500',
  waived: 'M4.500 14V2.500h7.500l-2 2.800 2 2.700H4.500',
  'not-observed': 'M12 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0',
  'not-applicable': 'M4 8h8',
};

/** The marks, drawn once; the page refers to them by name. */
export const ICONS: Html = html`
<svg class="sprite" width="0" height="0" aria-hidden="true">
${Object.entries(PATHS).map(([outcome, path]) => html`<symbol id="i-${outcome}" viewBox="0 0 16 16"><path d="${path}"/></symbol>\n`)}</svg>`;

/** The mark of an outcome. What it looks like is said here too: some servers let a page have no style sheet. */
export function icon(outcome: Outcome): Html {
  return html`<svg class="icon" width="16" height="16" fill="none" stroke="${FILLS[outcome]}" stroke-width="2" aria-hidden="true"><use href="#i-${outcome}"/></svg>`;
}

/** The mark and the word of an outcome. */
export function badge(outcome: Outcome): Html {
  return html`<span class="badge is-${outcome}">${icon(outcome)}${OUTCOMES[outcome]}</span>`;
}

/** The mark of an outcome as the icon of a tab, a data URL. */
export function tabIcon(outcome: Outcome): string {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="${FILLS[outcome]}"/><path d="${PATHS[outcome]}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}`;
}
