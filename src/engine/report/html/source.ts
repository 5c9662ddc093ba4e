import { html } from 'hono/html';
import type { JudgedRequirement, Report } from '../../model/report.ts';
import { BASES } from '../words.ts';
import { type Html, prose, shown } from './text.ts';

/** Where a requirement comes from: the clause, what it says, and, folded, how that was read and on what readings; `before`: what the line begins with. */
export function sourceLines(
  requirement: JudgedRequirement,
  report: Pick<Report, 'readings'>,
  before: Html | '' = '',
): Html {
  const { clause, source, basis, readings = [] } = requirement;
  const says =
    source === undefined || source.says === requirement.title ? '' : html`, says: ${prose(source.says)}`;
  const isRead = source?.note !== undefined || readings.length > 0;
  return html`<p class="fine">${before}${prose(clause)}, ${BASES[basis]}${says}</p>
${
  isRead
    ? html`<details class="fine how"><summary>how it is read</summary>${source?.note === undefined ? '' : html`<p>${prose(source.note)}</p>`}${restsOn(requirement, report)}</details>`
    : ''
}`;
}

/** The readings that a requirement rests on, each with the way to it where the page has it. */
function restsOn({ readings = [] }: JudgedRequirement, report: Pick<Report, 'readings'>): Html | '' {
  if (readings.length === 0) return '';
  const known = new Set(report.readings.map(({ id }) => id));
  const names = readings.map((id, at) => {
    const name = known.has(id) ? html`<a href="#reading-${id}">${shown(id)}</a>` : html`${shown(id)}`;
    return html`${at === 0 ? '' : ', '}${name}`;
  });
  return html`<p>Rests on ${names}</p>`;
}
