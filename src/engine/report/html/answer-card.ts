import { html } from 'hono/html';
import type { Exchange } from '../../model/exchange.ts';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import { attemptsText } from '../attempts-text.ts';
import type { BrokenAnswer, BrokenRequirement } from '../broken-answers.ts';
import { sinceText } from '../changes-text.ts';
import { isEffect } from '../findings.ts';
import { repeatText } from '../repeat.ts';
import { countText, plural } from '../words.ts';
import { annotatedBody } from './annotated-body.ts';
import { bodyComments } from './body-comments.ts';
import { effectBlock } from './effect.ts';
import { curlBlock, MOST_OF_A_BODY, ShownBodies, wholeExchange } from './exchange.ts';
import { exchangeLinks, statusBadge } from './exchange-words.ts';
import { findingRows } from './finding-rows.ts';
import { firstLookPart } from './first-look.ts';
import type { Plan } from './plan.ts';
import { sourceLines } from './source.ts';
import { type Html, prose, titled } from './text.ts';

/** What an answer, or several alike, broke: a table of it, the answer with each finding at its place, and how to repeat it. */
export function answerCard(
  answer: BrokenAnswer,
  plan: Plan,
  input: ReportInput,
  bodies = new ShownBodies(),
): Html {
  const { report, exchanges } = input;
  const { broken, title } = answer;
  const [first] = answer.exchanges;
  const exchange = first === undefined ? undefined : exchanges[first];
  // Of two answers that begin with one exchange the first has it.
  const isHome = first !== undefined && plan.homes.get(first)?.exchanges.join() === answer.exchanges.join();
  const key = broken[0]?.requirement.id ?? '';
  return html`
<article class="card is-failed" aria-labelledby="answer-${key}">
<h3 id="answer-${key}">${prose(capital(title))} <span class="count">${countText(broken.length)}</span></h3>
<table class="broken">
<thead><tr><th scope="col">Requirement</th><th scope="col">Expected</th><th scope="col">Actual</th></tr></thead>
<tbody>${broken.map((one) => requirementRows(one, answer.exchanges.length, input))}</tbody>
</table>
${first === undefined || exchange === undefined ? '' : shownAnswer(answer, { first, exchange }, plan)}
${effectBlock(answer, plan, input)}
${consequences(broken, report.requirements)}
${isHome && first !== undefined && exchange !== undefined ? whole(first, exchange, bodies) : ''}
${exchange === undefined ? '' : repeatIt(answer, exchange, exchanges)}
</article>`;
}

function capital(title: string): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}

function requirementRows(
  { requirement, findings }: BrokenRequirement,
  answers: number,
  { report }: ReportInput,
): Html {
  const { id, title } = requirement;
  const rows = findingRows(findings, requirement, answers);
  const since = sinceText(report, id);
  const attempts = attemptsText(requirement, report);
  const named = html`<a class="id" href="#${id}">${id}</a>${since === null ? '' : html` · <b>${since}</b>`}${attempts === null ? '' : html` · ${attempts}`} · `;
  const head = html`<td rowspan="${Math.max(1, rows.length)}"><p class="says">${titled(title)}</p>
${sourceLines(requirement, report, named)}</td>`;
  if (rows.length === 0) return html`<tr id="${id}">${head}<td></td><td></td></tr>`;
  return html`${rows.map((row, at) => (at === 0 ? html`<tr id="${id}">${head}${row}</tr>` : html`<tr>${row}</tr>`))}`;
}

/** The answer with what is wrong at its place, and where else the same was answered. */
function shownAnswer(
  { broken, exchanges: indexes }: BrokenAnswer,
  { first, exchange }: { readonly first: number; readonly exchange: Exchange },
  plan: Plan,
): Html {
  const { response, trouble, durationMs } = exchange;
  const others = indexes.slice(1);
  const status = statusBadge(exchange, plan.wanted(first));
  const summary = html`<p class="answered">The answer, exchange ${exchangeLinks([first], plan.shown)} ${status} ${Math.round(durationMs)} ms${
    others.length === 0 ? '' : html`; the same in ${exchangeLinks(others, plan.shown, 24)}`
  }</p>`;
  if (response === null)
    return html`${summary}<p class="remark">${prose(trouble?.message ?? 'Nothing came.')}</p>`;
  const requirements = broken.map(({ requirement }) => requirement);
  const comments = bodyComments(requirements, first);
  const here = requirements
    .flatMap(({ findings }) => findings)
    .filter((one) => one.exchange === first && !isEffect(one));
  if (here.length === 0) return summary;
  return html`${summary}
${firstLookPart(response.body, here)}
${annotatedBody(response.body, comments)}`;
}

/** What was not seen because of it. */
function consequences(broken: readonly BrokenRequirement[], all: readonly JudgedRequirement[]): Html | '' {
  const ids = new Set(broken.map(({ requirement }) => requirement.id));
  const followed = all.filter(
    ({ because }) => because?.requirement !== undefined && ids.has(because.requirement),
  );
  if (followed.length === 0) return '';
  return html`<details class="more"><summary>${plural(followed.length, 'other requirement')} could not be observed because of it</summary>
<ul class="ids">${followed.map(({ id }) => html`<li><a href="#${id}">${id}</a></li>`)}</ul></details>`;
}

function whole(index: number, exchange: Exchange, bodies: ShownBodies): Html {
  return html`<details class="more"><summary>The whole exchange</summary>
<div class="whole" id="exchange-${index}">
${wholeExchange(exchange, { index, most: MOST_OF_A_BODY, bodies, isRepeated: true })}
</div></details>`;
}

function repeatIt({ broken }: BrokenAnswer, exchange: Exchange, exchanges: readonly Exchange[]): Html {
  const effect = broken.flatMap(({ findings }) => findings).find(({ finding }) => isEffect(finding));
  return html`<details class="more"><summary>Repeat it</summary>
${curlBlock(repeatText(exchange, effect?.finding, exchanges))}</details>`;
}
