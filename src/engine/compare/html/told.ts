import { html } from 'hono/html';
import type { Cell, ComparedRow, Comparison } from '../../model/comparison.ts';
import { VERDICT_LOOK } from '../../report/html/icons.ts';
import { type Html, prose, section, shown, titled } from '../../report/html/text.ts';
import { targetName } from '../../report/target-name.ts';
import { timeText } from '../../report/time-text.ts';
import { countsTold, countText, plural, VERDICTS } from '../../report/words.ts';
import { cellText } from '../words.ts';

/** As many names as one outcome has. */
const MOST_NAMES = 40;

/** Every row that differs in words: each outcome, and the reports that have it. */
export function toldSection(comparison: Comparison): Html | '' {
  const told = comparison.rows.flatMap((row, at) => (row.differs ? [rowTold(row, at, comparison)] : []));
  return told.length === 0 ? '' : section('words', 'In words', told);
}

function rowTold({ id, title, cells, ways }: ComparedRow, at: number, comparison: Comparison): Html {
  const says = new Map(ways.map((one) => [one.way, one.says]));
  const told = (cell: Cell) => {
    const text = cell.way === null ? '' : (says.get(cell.way) ?? '');
    return html`<div><dt class="mark is-${cell.outcome}">${cellText(cell)}</dt><dd>${names(cell, comparison)}${
      text === '' ? '' : html`<p class="meta">${prose(text)}</p>`
    }</dd></div>`;
  };
  return html`<article class="told" id="row-${at + 1}"><h3>${titled(title)}</h3><p class="id">${shown(id)}</p>
<dl class="rows">${cells.map(told)}</dl></article>
`;
}

function names({ reports }: Cell, { reports: all }: Comparison): Html {
  const left = reports.length - MOST_NAMES;
  const told = reports
    .slice(0, MOST_NAMES)
    .map((at) => html`<li><code>${shown(all[at]?.label ?? '', 120)}</code></li>`);
  return html`<ul class="names">${told}${left > 0 ? html`<li>and ${plural(left, 'other')}</li>` : ''}</ul>`;
}

/** Every report by its column. */
export function reportsSection(comparison: Comparison): Html {
  const { columns, reports } = comparison;
  const column = (of: readonly number[], at: number) => html`<li id="column-${at + 1}"><h3>${
    of.length === 1 ? `Column ${at + 1}` : `Column ${at + 1}: ${plural(of.length, 'report')} alike`
  }</h3><ul>${of.map((one) => reportLine(reports[one]))}</ul></li>
`;
  return section(
    'reports',
    `Reports (${countText(reports.length)})`,
    html`<ol class="columns">${columns.map(column)}</ol>`,
  );
}

function reportLine(report: Comparison['reports'][number] | undefined): Html | '' {
  if (report === undefined) return '';
  const { label, verdict, target, startedAt, strict, suite, contract, counts } = report;
  return html`<li><b>${shown(label)}</b> <span class="mark is-${VERDICT_LOOK[verdict]}">${VERDICTS[verdict]}</span>
<span class="meta">${targetName(target)}${target.mock ? html` <b>MOCK</b>` : ''}, project ${shown(target.project, 80)}, <time datetime="${startedAt}">${timeText(startedAt)}</time>${strict ? ', strict' : ''}; ${countsTold(counts)}; suite ${shown(suite, 40)}, description <code>${contract.sha256.slice(0, 12)}</code></span></li>
`;
}
