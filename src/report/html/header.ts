import { html } from 'hono/html';
import type { Report } from '../../model/report.ts';
import { durationText, VERDICTS } from '../words.ts';
import { icon, VERDICT_LOOK } from './icons.ts';
import { type Html, prose, shown } from './text.ts';

/** The verdict, the reason for it, and what was tested against what. */
export function pageHeader(report: Report): Html {
  const { verdict, reason, target, strict, interrupted } = report;
  const look = VERDICT_LOOK[verdict];
  return html`
<header class="top">
${target.mock ? mockBanner(target.deviation) : ''}
<div class="verdict is-${look}">
<div class="seal">${icon(look)}</div>
<div>
<p class="kicker">Conformance of “Delete a Plug-in”</p>
<h1>${VERDICTS[verdict]}</h1>
<p class="reason">${prose(reason)}</p>
${strict ? html`<p class="reason"><b>Strict run:</b> drift fails as a violation does.</p>` : ''}
${interrupted ? html`<p class="reason"><b>Interrupted:</b> the run did not come to its end.</p>` : ''}
</div>
</div>
<dl class="facts">${factsOf(report).map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
</header>`;
}

function mockBanner(deviation: string | null): Html {
  const wrong = deviation === null ? '' : html` with the deviation <code>${shown(deviation)}</code>`;
  return html`<p class="mock" role="note"><strong>Mock run</strong>
<span>This run was against the embedded mock${wrong}. It says nothing of a real endpoint.</span></p>`;
}

function factsOf({ target, contract, startedAt, durationMs }: Report): readonly (readonly [string, Html])[] {
  const source = {
    install: 'the suite installs what it deletes',
    existing: 'an existing instance, given up to be deleted',
  }[target.pluginSource];
  return [
    ['Endpoint', html`${shown(target.endpoint)}`],
    ['Plug-in', html`${shown(target.templateName)}`],
    ['Pool', html`${shown(target.poolName)}`],
    ['Project', html`${shown(target.projectId)}`],
    ['Instance', html`${source}`],
    ['Authentication', html`${prose(target.authentication)}`],
    ['Started', html`<time datetime="${startedAt}">${shown(startedAt)}</time>`],
    ['Duration', html`${durationText(durationMs)}`],
    [
      'Contract',
      html`${shown(contract.title)} ${shown(contract.version)} <code class="hash">${shown(contract.sha256)}</code>`,
    ],
  ];
}
