import { html } from 'hono/html';
import type { Cell, ComparedRow, Comparison } from '../../model/comparison.ts';
import { VERDICT_LOOK } from '../../report/html/icons.ts';
import { type Html, section, shown, titled } from '../../report/html/text.ts';
import { timeText } from '../../report/time-text.ts';
import { countText, OUTCOME_ORDER, VERDICTS } from '../../report/words.ts';
import { COMPARED, isMarked } from '../words.ts';

/** More columns than so many are narrow, with marks instead of words. */
const MOST_WIDE = 5;

/** As many characters of a label at the head of a column that is narrow, and of one that is not. */
const [NARROW, WIDE] = [26, 60];

/** The rows by the columns, in a region that scrolls by itself, so that its head and its first column stay. */
export function gridSection(comparison: Comparison): Html | '' {
  const { rows, columns } = comparison;
  if (rows.length === 0) return '';
  const isMany = columns.length > MOST_WIDE;
  return section(
    'grid',
    'Side by side',
    html`${legend(rows)}
<div class="scroll" role="region" tabindex="0" aria-label="Requirements by reports">
<table class="grid${isMany ? ' many' : ''}">
<thead><tr><th scope="col">Requirement</th>${columns.map((_, at) => columnHead(comparison, at, isMany))}</tr></thead>
<tbody>${rows.map((row, at) => rowOf(row, at, comparison))}</tbody>
</table>
</div>`,
    'Reports that are alike in every row stand in one column.',
  );
}

/** What the marks mean that are there. */
function legend(rows: readonly ComparedRow[]): Html {
  const found = new Set(rows.flatMap(({ cells }) => cells.map(({ outcome }) => outcome)));
  const areWays = rows.some(isMarked);
  return html`<ul class="legend" aria-label="Legend">${[...OUTCOME_ORDER, 'absent' as const]
    .filter((outcome) => found.has(outcome))
    .map((outcome) => html`<li class="mark is-${outcome}">${COMPARED[outcome]}</li>`)}${
    areWays ? html`<li class="ways"><b>a</b>, <b>b</b>, <b>c</b>: other ways of failing in that row</li>` : ''
  }</ul>`;
}

function columnHead({ columns, reports }: Comparison, at: number, isMany: boolean): Html {
  const [first = 0, ...others] = columns[at] ?? [];
  const report = reports[first];
  if (report === undefined) throw new Error(`Column ${at} has no report.`);
  const { label, verdict, startedAt } = report;
  const name =
    others.length === 0
      ? shown(label, isMany ? NARROW : WIDE)
      : `${countText(others.length + 1)} reports alike`;
  return html`<th scope="col"><a class="name" href="#column-${at + 1}">${name}</a> <span class="mark is-${VERDICT_LOOK[verdict]}"><span>${VERDICTS[verdict]}</span></span>${
    others.length === 0 ? html` <span class="meta">${timeText(startedAt)}</span>` : ''
  }</th>`;
}

function rowOf(row: ComparedRow, at: number, { columns }: Comparison): Html {
  const { id, title, cells, differs } = row;
  const areMarked = isMarked(row);
  const byReport = new Map<number, Cell>(
    cells.flatMap((cell) => cell.reports.map((report): [number, Cell] => [report, cell])),
  );
  return html`<tr${differs ? '' : html` class="same"`}><th scope="row">${titled(title)} ${
    differs
      ? html`<a class="id" href="#row-${at + 1}">${shown(id, 120)}</a>`
      : html`<span class="id">${shown(id, 120)}</span>`
  }</th>${columns.map(([first = 0]) => cellOf(byReport.get(first), areMarked))}</tr>
`;
}

function cellOf(cell: Cell | undefined, isWayTold: boolean): Html | '' {
  if (cell === undefined) return '';
  const { outcome, way } = cell;
  return html`<td class="mark is-${outcome}"><span>${COMPARED[outcome]}</span>${way === null || !isWayTold ? '' : html` <b>${way}</b>`}</td>`;
}
