import { html } from 'hono/html';
import { documentOf } from '../../engine/report/html/document.ts';
import { type Html, section, shown } from '../../engine/report/html/text.ts';
import { plural } from '../../engine/report/words.ts';
import type { Sensitivity } from '../model.ts';
import { doubtsOf } from './doubts.ts';
import { proofsSection, type Titles } from './proofs.ts';
import { sentencesOf } from './sentences.ts';
import { CSS_SENSITIVITY } from './style.ts';
import { truthTable } from './table.ts';
import { contractFact, type Fact, timeFacts, verdictCard } from './verdict-card.ts';

/**
 * The text of `sensitivity.html`: one page without scripts that loads nothing. `ids` are the requirements in the order of
 * the report; each has its anchor, and its sentence where that is known.
 */
export function sensitivityHtml(report: Sensitivity, ids: readonly string[], titles: Titles = {}): string {
  const content = html`${header(report)}
<nav aria-label="Contents"><ul>${CONTENTS.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${doubtsOf(report).map(
  ({ title, says, names }) => html`<section class="doubt"><h2>${title}</h2><p>${says}</p>
<ul>${names.map((name) => html`<li><code>${shown(name)}</code></li>`)}</ul></section>`,
)}
${truthTable(report)}
${proofsSection(report, ids, titles)}
${rulesSection(report)}
</main>
<footer><p>${shown(report.suite.name)} ${shown(report.suite.version)}. Every trial is one run of all scenarios and all rules
over a real connection to a server on this machine.</p></footer>
`;
  const title = 'Sensitivity of the conformance suite';
  return documentOf({ title, skip: 'To the figures', style: CSS_SENSITIVITY }, content);
}

const CONTENTS: readonly (readonly [id: string, name: string])[] = [
  ['truth', 'Truth and verdict'],
  ['requirements', 'Requirements'],
  ['rules', 'Rules'],
];

function header(report: Sensitivity): Html {
  const isProven = doubtsOf(report).length === 0;
  return html`
<header class="top">
${verdictCard({
  look: isProven ? 'passed' : 'failed',
  kicker: 'Sensitivity of the conformance suite “Delete a Plug-in”',
  title: isProven ? 'As sensitive as it says' : 'Not everything is proven',
  reasons: sentencesOf(report).map((sentence) => html`${sentence}`),
  facts: factsOf(report),
})}
</header>`;
}

function factsOf(report: Sensitivity): readonly Fact[] {
  const { seed, environment } = report;
  return [
    ['Seed', html`${seed}`],
    ['Again', html`<code>npm run sensitivity -- --seed ${seed}</code>`],
    ['One of them', html`<code>npm run sensitivity -- --seed ${seed} --server NAME</code>`],
    ...timeFacts(report),
    ['Where', html`Node ${shown(environment.node)}, ${shown(environment.platform)}`],
    contractFact(report),
  ];
}

function rulesSection({ rules }: Sensitivity): Html {
  const rows = rules.map(
    ({ id, survivors }) =>
      html`<tr><th scope="row">${shown(id)}</th><td class="is-${survivors.length === 0 ? 'failed' : 'passed'}">${
        survivors.length === 0
          ? 'dead: without it everything is caught all the same'
          : // Their names are one text: a list of them would be a third of the page.
            html`<details><summary>${plural(survivors.length, 'deviation')}</summary><p class="names">${shown(survivors.join(', '), Number.POSITIVE_INFINITY)}</p></details>`
      }</td></tr>`,
  );
  return section(
    'rules',
    'What each rule is needed for',
    html`<table class="rules"><thead><tr><th scope="col">Rule</th><th scope="col">What would survive without it</th></tr></thead><tbody>${rows}</tbody></table>`,
    'Each rule is taken away in turn: the deviations that survive then are caught by it alone.',
  );
}
