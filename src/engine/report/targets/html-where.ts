import { html } from 'hono/html';
import type { TargetOutcome } from '../../model/targets.ts';
import { encodedPart } from '../encoded-part.ts';
import { type Html, prose, section, shown, titled } from '../html/text.ts';
import { countText } from '../words.ts';
import { allBut, brokenWhere, howMany, untestedWhere, type Where, waivedWhere } from './broken-where.ts';
import { reportLink } from './report-link.ts';
import type { TotalsInput } from './totals-input.ts';

/** As many targets as are linked in a row, and as many names as are folded below them. */
const MOST_LINKED = 12;
const MOST_FOLDED = 500;

/** As many characters of a name. */
const MOST_OF_NAME = 120;

/** What is broken at which targets: what is broken at most of them first. */
export function brokenSection(input: TotalsInput): Html | '' {
  return whereSection('broken', 'What is broken where', brokenWhere(input.report), input);
}

/** What is violated at which targets, and waived there. */
export function waivedSection(input: TotalsInput): Html | '' {
  return whereSection('waived', 'Violated, but waived', waivedWhere(input.report), input);
}

/** Why targets could not be told, each reason once. */
export function untestedSection(input: TotalsInput): Html | '' {
  const all = untestedWhere(input.report);
  if (all.length === 0) return '';
  return section(
    'untested',
    'What could not be told',
    html`<table class="where">
<thead><tr><th scope="col">Why</th><th scope="col">In</th><th scope="col">Targets</th></tr></thead>
<tbody>${all.map(
      ({ reason, names }) =>
        html`<tr><td>${prose(reason)}</td><td>${countText(names.length)}</td><td>${named(names, input, '')}</td></tr>`,
    )}</tbody></table>`,
  );
}

function whereSection(id: string, title: string, all: readonly Where[], input: TotalsInput): Html | '' {
  if (all.length === 0) return '';
  return section(
    id,
    title,
    html`<table class="where">
<thead><tr><th scope="col">Requirement</th><th scope="col">In</th><th scope="col">Targets</th></tr></thead>
<tbody>${all.map((one) => row(one, input))}</tbody></table>`,
  );
}

function row(where: Where, input: TotalsInput): Html {
  const { id, title, names } = where;
  const short = allBut(where);
  const anchor = `#${encodedPart(id)}`;
  const targets =
    short === null
      ? named(names, input, anchor)
      : html`<p class="names">${short.words} ${linked(short.but, input, '')}</p>`;
  return html`<tr><td><p class="says">${titled(title)}</p><p class="fine"><code>${shown(id, MOST_OF_NAME)}</code></p></td><td>${howMany(where)}</td><td>${targets}</td></tr>`;
}

/** The first targets with the way to each, and the names of the others folded: as text, for they may be hundreds. */
function named(names: readonly string[], input: TotalsInput, anchor: string): Html {
  const others = names.slice(MOST_LINKED);
  const folded = others.slice(0, MOST_FOLDED).map((name) => shown(name, MOST_OF_NAME));
  return html`<p class="names">${linked(names.slice(0, MOST_LINKED), input, anchor)}</p>${
    others.length === 0
      ? ''
      : html`<details class="names"><summary>and ${countText(others.length)} more</summary>${folded.join(', ')}</details>`
  }`;
}

function linked(names: readonly string[], { report }: TotalsInput, anchor: string): readonly Html[] {
  const outcomes = new Map<string, TargetOutcome>(report.targets.map((one) => [one.name, one]));
  return names.map((name, at) => {
    const link = reportLink({ name, outcome: outcomes.get(name) ?? null });
    const told = shown(name, MOST_OF_NAME);
    const between = at === 0 ? '' : ', ';
    return link === null
      ? html`${between}<code>${told}</code>`
      : html`${between}<a href="${link}${anchor}">${told}</a>`;
  });
}
