import { html } from 'hono/html';
import type { Report } from '../../model/report.ts';
import { countOf, OUTCOME_ORDER, OUTCOMES, plural } from '../words.ts';
import { icon } from './icons.ts';
import type { Html } from './text.ts';

/** The outcomes as a bar and as numbers. */
export function countsOverview(report: Report): Html {
  const shares = OUTCOME_ORDER.map((outcome) => ({ outcome, count: countOf(report, outcome) }));
  const total = Math.max(
    1,
    shares.reduce((sum, { count }) => sum + count, 0),
  );
  let x = 0;
  const bars = shares.map(({ outcome, count }) => {
    const width = (count / total) * 1000;
    const bar = html`<rect class="fill-${outcome}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"/>`;
    x += width;
    return count === 0 ? '' : bar;
  });
  const words = shares.map(({ outcome, count }) => `${count} ${OUTCOMES[outcome]}`).join(', ');
  return html`
<section class="overview" aria-labelledby="overview-title">
<h2 id="overview-title">${plural(report.requirements.length, 'requirement')}</h2>
<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${words}">${bars}</svg>
<ul class="tiles">${shares.map(
    ({ outcome, count }) =>
      html`<li class="tile is-${outcome}${count === 0 ? ' zero' : ''}">${icon(outcome)}<b>${count}</b> <span>${OUTCOMES[outcome]}</span></li>`,
  )}</ul>
</section>`;
}
