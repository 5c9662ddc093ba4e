import { html } from 'hono/html';
import type { JudgedRequirement, Report } from '../../model/report.ts';
import { type Html, shown } from './text.ts';

/** The readings that a requirement rests on, each with the way to it where the page has it. */
export function restsOn({ readings = [] }: JudgedRequirement, report: Pick<Report, 'readings'>): Html | '' {
  if (readings.length === 0) return '';
  const known = new Set(report.readings.map(({ id }) => id));
  const names = readings.map((id, at) => {
    const name = known.has(id) ? html`<a href="#reading-${id}">${shown(id)}</a>` : html`${shown(id)}`;
    return html`${at === 0 ? '' : ', '}${name}`;
  });
  return html`<p class="source"><span>Rests on</span> ${names}</p>`;
}
