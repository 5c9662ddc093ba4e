import { html } from 'hono/html';
import type { TargetFigures } from '../../model/targets.ts';
import { encodedPart } from '../encoded-part.ts';
import { icon } from '../html/icons.ts';
import { type Html, prose, section, shown } from '../html/text.ts';
import { targetName } from '../target-name.ts';
import { countsTold, countText, durationText, plural } from '../words.ts';
import { failsAt, reasonOf } from './broken-where.ts';
import { reportLink } from './report-link.ts';
import {
  type Listed,
  STANDING_LOOK,
  STANDING_WORDS,
  STANDINGS,
  type Standing,
  standingsIn,
  worstFirst,
} from './standing.ts';
import type { TotalsInput } from './totals-input.ts';

/** As many of the requirements that failed at a target as its row names. */
const MOST_BROKEN = 3;

/** As many characters of a reason, and of a name. */
const MOST_OF_REASON = 220;
const MOST_OF_NAME = 120;

/** Every target in one table, the worst first, which is filtered by verdict without a script. */
export function targetsSection({ report }: TotalsInput): Html {
  const counts = new Map(standingsIn(report));
  return section(
    'targets',
    'Targets',
    html`<div class="filters"><fieldset><legend>Verdict</legend>
<label><input type="radio" name="standing" id="standing-all" checked><span>all</span></label>
${STANDINGS.filter((one) => counts.has(one)).map(
  (one) =>
    html`<label><input type="radio" name="standing" id="standing-${one}"><span>${STANDING_WORDS[one].toLowerCase()} ${countText(counts.get(one) ?? 0)}</span></label>`,
)}</fieldset></div>
<table class="targets">
<thead><tr><th scope="col">Target</th><th scope="col">Verdict</th><th scope="col">What broke</th><th scope="col">Requirements</th><th scope="col">New</th><th scope="col">Took</th></tr></thead>
<tbody>${worstFirst(report).map(row)}</tbody>
</table>`,
  );
}

function row({ name, standing, outcome }: Listed): Html {
  const figures = outcome?.report ?? null;
  const link = reportLink({ name, outcome });
  const told = shown(name, MOST_OF_NAME);
  const isPlain = standing === 'conformant' || standing === 'non-conformant';
  return html`<tr class="s-${standing}">
<td><p class="named">${link === null ? told : html`<a href="${link}">${told}</a>`}${
    figures?.mock === true ? html` <span class="mode mock">MOCK</span>` : ''
  }</p>${outcome === null ? '' : html`<p class="fine">${shown(targetName(outcome.target), 200)}</p>`}</td>
<td>${standingBadge(standing)}${isPlain ? '' : html`<p class="fine">${prose(shown(reasonOf(outcome), MOST_OF_REASON))}</p>`}</td>
<td>${figures === null ? '' : broken(figures, link)}</td>
<td>${figures === null ? '' : html`<p class="fine">${countsTold(figures.counts, ', ')}</p>`}</td>
<td>${figures?.changes == null ? '' : countText(figures.changes.new)}</td>
<td>${figures === null ? '' : durationText(figures.durationMs)}</td>
</tr>`;
}

function standingBadge(standing: Standing): Html {
  const look = STANDING_LOOK[standing];
  return html`<span class="badge is-${look}">${icon(look)}${STANDING_WORDS[standing].toLowerCase()}</span>`;
}

function broken(figures: TargetFigures, link: string | null): Html | '' {
  const all = figures.notPassed.filter((one) => failsAt(figures, one));
  if (all.length === 0) return '';
  const left = all.length - MOST_BROKEN;
  return html`<p class="ids">${all
    .slice(0, MOST_BROKEN)
    .map(
      ({ id, title }, at) =>
        html`${at === 0 ? '' : html`<br>`}<a href="${link}#${encodedPart(id)}" title="${shown(title, 200)}">${shown(id, MOST_OF_NAME)}</a>`,
    )}</p>${left > 0 ? html`<p class="fine">and ${plural(left, 'more requirement')}</p>` : ''}`;
}
