import { html } from 'hono/html';
import { type Html, prose, section, shown } from '../../engine/report/html/text.ts';
import type { DeviationTrial, Sensitivity } from '../model.ts';

/** The mark of a requirement that failed: first and meant, meant but not first, or besides. */
const MARKS = { first: '●', meant: '◐', besides: '·' } as const;

/** As most cells are. */
const EMPTY = html`<td></td>`;

const CAUGHT: Readonly<Record<DeviationTrial['caught'], string>> = {
  'in-place': 'caught by the requirement that it is meant for',
  elsewhere: 'caught by another requirement first',
  survived: 'survived',
  broken: 'took no effect',
};

/** Every deviation by every requirement. */
export function matrixSection({ deviations }: Sensitivity, ids: readonly string[]): Html {
  const heads = ids.map(
    (id) => html`<th scope="col" title="${id}"><span>${id.replace(/^delete\./, '')}</span></th>`,
  );
  const rows = deviations.trials.map((trial) => rowOf(trial, ids));
  return section(
    'matrix',
    'Every deviation by every requirement',
    html`<p class="legend"><span><b class="first">${MARKS.first}</b> failed first, and is meant to</span>
<span><b class="meant">${MARKS.meant}</b> meant, and another failed first</span>
<span><b>${MARKS.besides}</b> failed besides</span></p>
<div class="matrix" tabindex="0"><table>
<thead><tr><th scope="col">deviation</th>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`,
    'A row is one run of the whole suite against the mock with one deviation.',
  );
}

function rowOf({ name, title, catches, failed, caught }: DeviationTrial, ids: readonly string[]): Html {
  const marks = new Map(failed.map((id, at) => [id, markOf(id, at, catches)]));
  const cells = ids.map((id) => marks.get(id) ?? EMPTY);
  return html`<tr class="${caught}"><th scope="row" title="${shown(title)} ${CAUGHT[caught]}">${shown(name)}</th>${cells}</tr>
`;
}

function markOf(id: string, at: number, catches: string): Html {
  if (id !== catches) return html`<td>${MARKS.besides}</td>`;
  return at === 0 ? html`<td class="first">${MARKS.first}</td>` : html`<td class="meant">${MARKS.meant}</td>`;
}

/** For each requirement what makes it fail first. */
export function proofSection({ deviations }: Sensitivity, ids: readonly string[]): Html {
  const rows = ids.map((id) => {
    const own = deviations.trials.filter((one) => one.catches === id);
    const inPlace = own.filter(({ caught }) => caught === 'in-place');
    const look = inPlace.length === 0 ? 'is-failed' : 'is-passed';
    return html`<details class="proof ${look}"><summary><code>${id}</code> <b>${inPlace.length}</b></summary>
<ul>${own.map(
      (one) =>
        html`<li><code>${shown(one.name)}</code> <span>${prose(one.title)}</span>${
          one.caught === 'in-place' ? '' : html` <em>${CAUGHT[one.caught]}</em>`
        }</li>`,
    )}</ul></details>`;
  });
  return section(
    'requirements',
    'What proves each requirement',
    html`<div class="proofs">${rows}</div>`,
    'How many deviations make it fail before every other; open one to see them.',
  );
}
