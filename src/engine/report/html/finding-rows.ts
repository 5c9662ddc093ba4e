import { html } from 'hono/html';
import { stepsOf } from '../../contract/pointer.ts';
import type { JudgedRequirement } from '../../model/report.ts';
import { byKind, type ToldFinding, totalOf } from '../findings.ts';
import { shortened } from '../inert.ts';
import { waivedInPart } from '../waiver-text.ts';
import { BASES, countText } from '../words.ts';
import { type Html, prose, shown } from './text.ts';

/** As many rows of one requirement, and as many of the things that a row stands for. */
const MOST_ROWS = 8;
const MOST_NAMED = 3;

/** As many characters of an expected or an actual value. */
const MOST_OF_A_VALUE = 400;

/** The cells "expected" and "actual" of a requirement's findings, made in so many answers; those of one kind are told in one. */
export function findingRows(
  told: readonly ToldFinding[],
  requirement: JudgedRequirement,
  answers: number,
): readonly Html[] {
  const rows = byKind(told).flatMap((alike) =>
    isMany(alike) ? [manyCells(alike)] : alike.map((one) => cells(one, requirement, answers)),
  );
  const left = rows.length - MOST_ROWS;
  const more = html`<td colspan="2">${countText(left)} more in <code>conformance.json</code></td>`;
  return left > 0 ? [...rows.slice(0, MOST_ROWS), more] : rows;
}

/** Whether as many findings of one kind are told in one row. */
export function isMany(alike: readonly ToldFinding[]): boolean {
  return alike.length > MOST_NAMED;
}

function cells({ finding, times }: ToldFinding, requirement: JudgedRequirement, answers: number): Html {
  const { message, pointer = '', expected, actual, basis, note = '' } = finding;
  const waivedBy = waivedInPart(finding, requirement);
  // A message mostly names the place itself, and each of several answers alike has the same.
  const isNamed = pointer === '' || message.includes(`\`${placeOf(pointer)}\``);
  const at = isNamed ? '' : html` At <code>${shown(pointer)}</code>.`;
  const often = times === 1 || times === answers ? '' : ` ${countText(times)} times.`;
  const isOwn = basis === undefined || basis === requirement.basis;
  const isTold = requirement.source?.note?.includes(note) === true;
  const added = [isOwn ? '' : BASES[basis], isTold ? '' : note].filter((text) => text !== '');
  return html`<td class="expected">${prose(shortened(expected ?? 'not stated', MOST_OF_A_VALUE))}</td>
<td><p class="actual">${shown(actual ?? 'not stated', MOST_OF_A_VALUE)}</p>
<p class="fine">${prose(message)}${at}${often}</p>
${added.length === 0 ? '' : html`<p class="fine">Breaks ${prose(added.join(': '))}</p>`}${
  waivedBy === null ? '' : html`<p class="fine"><b>Waived by</b> ${prose(waivedBy)}</p>`
}</td>`;
}

/** A pointer as messages write the place: `status.resources[1].uid`. */
function placeOf(pointer: string): string {
  return stepsOf(pointer)
    .map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : `${at === 0 ? '' : '.'}${step}`))
    .join('');
}

function manyCells(alike: readonly ToldFinding[]): Html {
  const [{ finding: first } = { finding: undefined }] = alike;
  return html`<td class="expected">${manyExpected(alike)}</td>
<td><p class="actual">${countText(totalOf(alike))} of them: ${shown(first?.actual ?? 'otherwise', MOST_OF_A_VALUE)}</p>
<p class="fine">${prose(first?.message ?? '')}</p></td>`;
}

/** What was expected by many of one kind: `a, b, c and 9,998 more`. */
export function manyExpected(alike: readonly ToldFinding[]): string {
  const values = alike.flatMap(({ finding }) => finding.expected ?? []);
  const named = [...new Set(values)].slice(0, MOST_NAMED).map((value) => shown(value, 120));
  const left = totalOf(alike) - named.length;
  return named.join(', ') + (left > 0 ? ` and ${countText(left)} more` : '');
}
