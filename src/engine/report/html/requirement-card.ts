import { html } from 'hono/html';
import type { Exchange } from '../../model/exchange.ts';
import type { JudgedRequirement, ReportInput } from '../../model/report.ts';
import type { Waiver } from '../../model/waiver.ts';
import { attemptsText } from '../attempts-text.ts';
import { distinctFindings, type ToldFinding, timesText } from '../findings.ts';
import { waivedInPart, waiversOf, waiverText } from '../waiver-text.ts';
import { basisText, fails, plural } from '../words.ts';
import { annotatedBody } from './annotated-body.ts';
import { MOST_OF_A_BODY } from './body.ts';
import { bodyComments } from './body-comments.ts';
import { curlBlock, exchangeDetails, exchangeSummary } from './exchange.ts';
import { badge } from './icons.ts';
import { exchangesOf, isShown, type Plan } from './plan.ts';
import { restsOn } from './rests-on.ts';
import { type Html, prose, shown, titled } from './text.ts';

/** As many findings as a card shows. */
const MOST_FINDINGS = 12;

/** As many characters of an expected or an actual value. */
const MOST_OF_A_VALUE = 600;

/** A requirement with its findings and the exchanges that show them. */
export function requirementCard(
  { report, exchanges }: ReportInput,
  plan: Plan,
  requirement: JudgedRequirement,
  isFirst: boolean,
): Html {
  const { id, title, clause, outcome, findings } = requirement;
  const attempts = attemptsText(requirement, report);
  const told = distinctFindings(findings);
  const left = told.length - MOST_FINDINGS;
  const indexes = exchangesOf(requirement).filter((index) => exchanges[index] !== undefined);
  // A violation is there to be repeated; of the other cards, the exchange itself has the command.
  const above = fails(report, requirement) ? exchanges[indexes[0] ?? -1] : undefined;
  return html`
<article class="card is-${outcome}" id="${id}" aria-labelledby="${id}-title">
<header>
${badge(outcome)}
<h3 id="${id}-title">${titled(title)}</h3>
<p class="source"><a href="#${id}"><code>${id}</code></a></p>
<p class="source"><span>Clause</span> ${prose(clause)}</p>
${restsOn(requirement, report)}
${attempts === null ? '' : html`<p class="source"><span>Attempts</span> ${attempts}</p>`}
</header>
${outcome === 'waived' ? waiversOf(requirement).map(waiverLine) : ''}
${told.slice(0, MOST_FINDINGS).map((one) => findingBlock(one, requirement))}
${left > 0 ? html`<p class="remark">${plural(left, 'more finding')} in <code>conformance.json</code>.</p>` : ''}
${above === undefined ? '' : curlBlock(above)}
${answerOf(requirement, exchanges, indexes)}
${indexes.map((index, at) => exchangeIn({ exchanges }, plan, id, index, isFirst && at === 0, above))}
</article>`;
}

function waiverLine(waiver: Waiver): Html {
  return html`<p class="waiver"><span>Waived by</span> ${prose(waiverText(waiver))}</p>`;
}

function findingBlock({ finding, times }: ToldFinding, requirement: JudgedRequirement): Html {
  const { kind, message, pointer, expected, actual } = finding;
  const waivedBy = waivedInPart(finding, requirement);
  const at = pointer === '' ? html`the body itself` : html`<code>${shown(pointer ?? '')}</code>`;
  const values = expected === undefined && actual === undefined ? '' : comparison(expected, actual);
  return html`
<div class="finding">
<p>${kind === 'violation' ? '' : html`<b>${kind}:</b> `}${prose(message)}${timesText(times)}</p>
${pointer === undefined ? '' : html`<p class="at"><span>At</span> ${at}</p>`}
<p class="at"><span>Basis</span> ${prose(basisText(finding, requirement))}</p>
${waivedBy === null ? '' : html`<p class="at"><span>Waived by</span> ${prose(waivedBy)}</p>`}
${values}
</div>`;
}

function comparison(expected: string | undefined, actual: string | undefined): Html {
  return html`<dl class="compare">
<div class="expected"><dt>Expected</dt><dd>${shown(expected ?? 'not stated', MOST_OF_A_VALUE)}</dd></div>
<div class="actual"><dt>Actual</dt><dd>${shown(actual ?? 'not stated', MOST_OF_A_VALUE)}</dd></div>
</dl>`;
}

/** The first body that a finding points into, cut around what it says. */
function answerOf(
  requirement: JudgedRequirement,
  exchanges: readonly Exchange[],
  indexes: readonly number[],
): Html | '' {
  for (const index of indexes) {
    const body = exchanges[index]?.response?.body;
    const comments = bodyComments([requirement], index).filter(({ pointer }) => pointer !== '');
    if (body !== undefined && comments.length > 0) return annotatedBody(body, comments);
  }
  return '';
}

/** An exchange in full where this card is its place, else a link to where it is. */
function exchangeIn(
  { exchanges }: Pick<ReportInput, 'exchanges'>,
  plan: Plan,
  id: string,
  index: number,
  isOpen: boolean,
  shownAbove: Exchange | undefined,
): Html | '' {
  const exchange = exchanges[index];
  if (exchange === undefined) return '';
  if (plan.home.get(index) === id) {
    const look = {
      index,
      open: isOpen,
      most: MOST_OF_A_BODY,
      curl: exchange !== shownAbove,
    };
    return exchangeDetails(exchange, look);
  }
  const summary = exchangeSummary(exchange, index);
  return html`<p class="exchange-link">${isShown(plan, exchanges, index) ? html`<a href="#exchange-${index}">${summary}</a>` : summary}</p>`;
}
