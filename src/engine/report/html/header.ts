import { html } from 'hono/html';
import type { Report, ReportedSuite, ReportInput } from '../../model/report.ts';
import { runAttemptsText } from '../attempts-text.ts';
import { capitalized, limitText, VERDICTS } from '../words.ts';
import { VERDICT_LOOK } from './icons.ts';
import { type Html, prose, shown } from './text.ts';
import { contractFact, type Fact, timeFacts, verdictCard } from './verdict-card.ts';

/** The verdict, the reason for it, and what was tested against what. */
export function pageHeader({ report, suite }: ReportInput): Html {
  const { verdict, reason, target, strict, interrupted } = report;
  const attempts = runAttemptsText(report);
  const reasons = [
    prose(reason),
    ...(attempts === null ? [] : [html`${attempts}`]),
    ...(strict ? [html`<b>Strict run:</b> drift fails as a violation does.`] : []),
    ...(interrupted ? [html`<b>Interrupted:</b> the run did not come to its end.`] : []),
  ];
  return html`
<header class="top">
${target.mock ? mockBanner(target.deviation) : ''}
${verdictCard({
  look: VERDICT_LOOK[verdict],
  kicker: `Conformance of “${suite.title}”`,
  title: VERDICTS[verdict],
  reasons,
  facts: factsOf(report, suite),
})}
</header>`;
}

function mockBanner(deviation: string | null): Html {
  const wrong = deviation === null ? '' : html` with the deviation <code>${shown(deviation)}</code>`;
  return html`<p class="mock" role="note"><strong>Mock run</strong>
<span>This run was against a mock${wrong}. It says nothing of a real endpoint.</span></p>`;
}

function limitFacts({ limits }: Report): readonly Fact[] {
  return limits === undefined ? [] : [['At most', html`${limitText(limits.longestMs)}`]];
}

function factsOf(report: Report, { resource: { words } }: ReportedSuite): readonly Fact[] {
  const { target } = report;
  const source = {
    install: 'the suite installs what it deletes',
    existing: 'an instance that was there, deleted once',
  }[target.source];
  return [
    ['Endpoint', html`${shown(target.endpoint)}`],
    [capitalized(words.item), html`${shown(target.item)}`],
    [capitalized(words.collection), html`${shown(target.collection)}`],
    ['Project', html`${shown(target.project)}`],
    ['Instance', html`${source}`],
    ['Authentication', html`${prose(target.authentication)}`],
    ...timeFacts(report),
    ...limitFacts(report),
    contractFact(report),
  ];
}
