import { html } from 'hono/html';
import { documentOf } from '../html/document.ts';
import { VERDICT_LOOK } from '../html/icons.ts';
import { VERDICTS } from '../words.ts';
import type { TotalsInput } from './totals-input.ts';
import { totalsReason } from './totals-text.ts';

/** The text of `targets.html`: one page that loads nothing and runs nothing. */
export function targetsHtml({ report, suite }: TotalsInput): string {
  const title = `${VERDICTS[report.verdict]}: targets, ${suite.title}`;
  return documentOf(
    { title, skip: 'To the targets', icon: VERDICT_LOOK[report.verdict] },
    html`<main id="main"><p>${totalsReason(report)}</p></main>`,
  );
}
