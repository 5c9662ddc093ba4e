import { html } from 'hono/html';
import { type Html, section } from '../../engine/report/html/text.ts';
import type { Sensitivity, Truth, Verdicts } from '../model.ts';

const ROWS: readonly (readonly [truth: Truth, says: string, right: keyof Verdicts])[] = [
  ['conforming', 'generated, and within what the documents leave free', 'conformant'],
  ['deviating', 'the mock with one deviation', 'nonConformant'],
  ['disturbed', 'conforming, behind trouble that does not end', 'inconclusive'],
];

const COLUMNS: readonly (readonly [verdict: keyof Verdicts, name: string])[] = [
  ['conformant', 'conformant'],
  ['nonConformant', 'non-conformant'],
  ['inconclusive', 'inconclusive'],
];

/** What the servers are in truth, and what the suite called them. */
export function truthTable({ table }: Sensitivity): Html {
  const rows = ROWS.map(
    ([truth, says, right]) =>
      html`<tr><th scope="row"><b>${truth}</b> <span>${says}</span></th>${COLUMNS.map(([verdict]) =>
        cell(table[truth][verdict], verdict === right),
      )}</tr>`,
  );
  return section(
    'truth',
    'Truth and verdict',
    html`<table class="truth">
<thead><tr><th scope="col">The server is</th>${COLUMNS.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table>`,
    'Every count belongs on the diagonal.',
  );
}

function cell(count: number, isRight: boolean): Html {
  const look = count === 0 ? 'none' : isRight ? 'is-passed' : 'is-failed';
  return html`<td class="${look}">${count}</td>`;
}
