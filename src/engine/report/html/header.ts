import { html } from 'hono/html';
import type { Report, ReportInput } from '../../model/report.ts';
import { runAttemptsText } from '../attempts-text.ts';
import { brokenText } from '../broken-answers.ts';
import { changesLine } from '../changes-text.ts';
import { loopbackNote } from '../loopback-note.ts';
import { recordingLook, recordingText, verdictText } from '../recording-text.ts';
import { timeText } from '../time-text.ts';
import { countOf, countText, durationText, OUTCOME_ORDER, plural, VERDICTS } from '../words.ts';
import { FILLS, icon, VERDICT_LOOK } from './icons.ts';
import type { Plan } from './plan.ts';
import { mayWeShip } from './ship.ts';
import { type Html, prose, shown } from './text.ts';

/** The outcomes as the head counts them. */
const COUNTED = {
  failed: 'violated',
  inconclusive: 'could not be tested',
  drift: 'drift',
  waived: 'waived',
  passed: 'held',
  'not-observed': 'never seen',
  'not-applicable': 'not applicable',
} as const;

/** The verdict, whether one may ship on it, what broke in one sentence, the counts, and what was tested against what. */
export function pageHeader(input: ReportInput, plan: Plan): Html {
  const { report, suite } = input;
  const { verdict, strict, interrupted } = report;
  const look = recordingLook(report) ?? VERDICT_LOOK[verdict];
  const recorded = recordingText(report);
  const ship = mayWeShip(report);
  const broke = sentence(input, plan);
  const attempts = runAttemptsText(report);
  const near = loopbackNote(report);
  const asides = [
    ...(recorded === null ? [] : [prose(recorded)]),
    ...(attempts === null ? [] : [attempts]),
    ...(strict ? ['Strict run: drift fails as a violation does.'] : []),
    ...(interrupted ? ['Interrupted: the run did not come to its end.'] : []),
  ];
  return html`
<header class="top head is-${look}">
<div class="said">
<p class="kicker">Conformance of “${suite.title}”${near === null ? '' : html` <b role="note">${prose(near)}</b>`}</p>
<h1>${icon(look)}${verdictText(report)} ${mode(report)}</h1>
<p class="ship">${prose(ship)}</p>
<p class="reason">${ship.includes(broke.slice(1)) ? '' : prose(broke)}${asides.map((one) => html` <b>${one}</b>`)}</p>
${counts(report)}
${changed(report)}
</div>
${facts(input)}
</header>`;
}

/** Whether it says something of a real endpoint. */
function mode({ target: { mock, deviation }, recording }: Report): Html {
  if (recording !== undefined)
    return html`<span class="mode mock" role="note"><strong>RECORDING</strong>${mock ? html` of a MOCK, says nothing of a real endpoint` : ' nothing was sent'}</span>`;
  if (!mock) return html`<span class="mode live">LIVE</span>`;
  const wrong = deviation === null ? '' : html`, deviation <code>${shown(deviation, 80)}</code>`;
  return html`<span class="mode mock" role="note"><strong>MOCK</strong> says nothing of a real endpoint${wrong}</span>`;
}

function sentence({ report }: ReportInput, { answers }: Plan): string {
  return answers.length === 0 ? report.reason : `${brokenText(answers, report.requirements.length)}.`;
}

function counts(report: Report): Html {
  const told = OUTCOME_ORDER.map((outcome) => ({ outcome, count: countOf(report, outcome) })).filter(
    ({ count }) => count > 0,
  );
  const total = Math.max(1, report.requirements.length);
  let x = 0;
  const bars = told.map(({ outcome, count }) => {
    const width = (count / total) * 1000;
    const bar = html`<rect fill="${FILLS[outcome]}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="8"/>`;
    x += width;
    return bar;
  });
  const words = told.map(({ outcome, count }) => `${countText(count)} ${COUNTED[outcome]}`).join(', ');
  return html`<svg class="bar" width="100%" height="8" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" aria-label="${words}">${bars}</svg>
<ul class="counts">${told.map(
    ({ outcome, count }) =>
      html`<li class="is-${outcome}"><b>${countText(count)}</b> ${COUNTED[outcome]}</li>`,
  )}</ul>`;
}

/** What is new since the last run that it can be compared with, and the verdicts of the last runs. */
function changed({ changes, recentRuns = [], startedAt }: Report): Html | '' {
  if (changes === undefined) return '';
  const strip = recentRuns.map(({ verdict }, at) => {
    const look = VERDICT_LOOK[verdict];
    return html`<rect fill="${FILLS[look]}" x="${at * 10}" y="0" width="8" height="12"/>`;
  });
  const words = `The last ${plural(recentRuns.length, 'run')}: ${recentRuns.map(({ verdict }) => VERDICTS[verdict].toLowerCase()).join(', ')}`;
  const width = recentRuns.length * 10;
  return html`<p class="changed">${prose(changesLine(changes, startedAt))} ${
    recentRuns.length < 2
      ? ''
      : html`<svg class="strip" width="${width}" height="12" viewBox="0 0 ${width} 12" role="img" aria-label="${words}">${strip}</svg>`
  }</p>`;
}

function facts({ report, suite, exchanges }: ReportInput): Html {
  const { target, contract, startedAt, durationMs } = report;
  const { words } = suite.resource;
  const pool = poolText(report, words);
  const rows: readonly (readonly [string, Html])[] = [
    ['Target', html`${shown(target.item, 120)} in ${shown(target.collection, 120)}`],
    ['Endpoint', html`${shown(target.endpoint, 200)}`],
    [
      'When',
      html`<time datetime="${startedAt}">${timeText(startedAt)}</time>, ${durationText(durationMs)}, ${plural(exchanges.length, 'request')}`,
    ],
    [
      'Judged by',
      html`${shown(contract.title, 80)} ${shown(contract.version, 40)} <code>${contract.sha256.slice(0, 12)}</code>, suite ${shown(report.suite.version, 40)}`,
    ],
    ...(pool === null ? [] : [['Afterwards', html`${pool}`] as const]),
  ];
  return html`<dl class="target">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** What the run left behind it. */
function poolText(
  { after }: Report,
  { collection, item }: ReportInput['suite']['resource']['words'],
): string | null {
  if (after === undefined) return null;
  if (after.left.length > 0)
    return `${plural(after.left.length, item)} of this run left in the ${collection}: sweep removes it`;
  if (after.changed === null) return null;
  return after.changed === 0
    ? `the ${collection} was left as it was found`
    : `${plural(after.changed, `other ${item}`)} of the ${collection} not as before`;
}
