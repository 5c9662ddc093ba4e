import { html } from 'hono/html';
import type { TargetsReport } from '../../model/targets.ts';
import { FILLS, icon, VERDICT_LOOK } from '../html/icons.ts';
import { type Html, prose, shown } from '../html/text.ts';
import { timeText } from '../time-text.ts';
import { countText, durationText, plural, VERDICTS } from '../words.ts';
import { STANDING_LOOK, STANDING_WORDS, standingsIn } from './standing.ts';
import type { TotalsInput } from './totals-input.ts';
import { changesOfAll, totalsNotes, totalsReason } from './totals-text.ts';

/** The head of the page: the verdict over all targets, whether one may ship on it, how many are what, and what is new. */
export function totalsHeader({ report, suite }: TotalsInput): Html {
  const { verdict } = report;
  const look = VERDICT_LOOK[verdict];
  const reason = totalsReason(report);
  const ship = mayWeShip(report, reason);
  const changes = changesOfAll(report);
  return html`
<header class="top head is-${look}">
<div class="said">
<p class="kicker">Conformance of “${suite.title}”</p>
<h1>${icon(look)}${VERDICTS[verdict]} ${mode(report)}</h1>
<p class="ship">${prose(ship)}</p>
<p class="reason">${ship.includes(reason.slice(1)) ? '' : prose(reason)}</p>
${counts(report)}
${changes === null ? '' : html`<p class="changed">${prose(changes)}</p>`}
</div>
${facts(report)}
</header>`;
}

/** What else is to be known of all of it, before anything else is read. */
export function totalsTold({ report }: TotalsInput): Html | '' {
  const notes = totalsNotes(report);
  return notes.length === 0
    ? ''
    : html`<div class="told" role="note">${notes.map((note) => html`<p>${prose(note)}</p>`)}</div>`;
}

function mayWeShip({ verdict }: TargetsReport, reason: string): string {
  if (verdict === 'non-conformant') return 'Do not ship on this.';
  if (verdict !== 'inconclusive') return 'Nothing was found against it.';
  return `Cannot say, because ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`;
}

/** Whether it says something of real endpoints. */
function mode({ targets }: TargetsReport): Html {
  const mocks = targets.filter(({ report }) => report?.mock === true).length;
  if (mocks === 0) return html`<span class="mode live">LIVE</span>`;
  const of =
    mocks === targets.length
      ? 'says nothing of a real endpoint'
      : `at ${countText(mocks)} of ${plural(targets.length, 'target')}`;
  return html`<span class="mode mock" role="note"><strong>MOCK</strong> ${of}</span>`;
}

function counts(report: TargetsReport): Html {
  const all = standingsIn(report);
  const total = Math.max(1, report.targets.length + report.missing.length);
  let x = 0;
  const bars = all.map(([standing, count]) => {
    const width = (count / total) * 1000;
    const bar = html`<rect fill="${FILLS[STANDING_LOOK[standing]]}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="8"/>`;
    x += width;
    return bar;
  });
  const told = all.map(([standing, count]) => ({
    look: STANDING_LOOK[standing],
    count: countText(count),
    word: STANDING_WORDS[standing].toLowerCase(),
  }));
  const words = told.map(({ count, word }) => `${count} ${word}`).join(', ');
  return html`<svg class="bar" width="100%" height="8" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" aria-label="${words}">${bars}</svg>
<ul class="counts">${told.map(({ look, count, word }) => html`<li class="is-${look}"><b>${count}</b> ${word}</li>`)}</ul>`;
}

function facts(report: TargetsReport): Html {
  const { names, targets, missing, startedAt, durationMs, suite, exitCode } = report;
  const asked = targets.length + missing.length;
  const rows: readonly (readonly [string, Html])[] = [
    [
      'Targets',
      html`${countText(asked)}${asked === names.length ? '' : ` of the ${countText(names.length)} of the list`}`,
    ],
    ...(startedAt === null
      ? []
      : [
          [
            'When',
            html`<time datetime="${startedAt}">${timeText(startedAt)}</time>, ${durationText(durationMs)}`,
          ] as const,
        ]),
    ['Exit code', html`${exitCode}`],
    ['Suite', html`${shown(suite.version, 40)}`],
  ];
  return html`<dl class="target">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
