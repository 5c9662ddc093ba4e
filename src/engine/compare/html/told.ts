import { html } from 'hono/html';
import type { Cell, ComparedRow, Comparison } from '../../model/comparison.ts';
import { VERDICT_LOOK } from '../../report/html/icons.ts';
import { type Html, prose, section, shown, titled } from '../../report/html/text.ts';
import { targetName } from '../../report/target-name.ts';
import { timeText } from '../../report/time-text.ts';
import { countsTold, countText, plural, VERDICTS } from '../../report/words.ts';
import { alikeRows } from '../alike.ts';
import { cellText, saysText } from '../words.ts';

/** As many names as one outcome has. */
const MOST_NAMES = 40;

/** What differs in words: each outcome, and the reports that have it. */
export function toldSection(comparison: Comparison): Html | '' {
  const groups = alikeRows(comparison.rows.filter(({ differs }) => differs));
  if (groups.length === 0) return '';
  return section(
    'words',
    'In words',
    groups.map((alike) => groupTold(alike, comparison)),
  );
}

function groupTold(alike: ReturnType<typeof alikeRows>[number], comparison: Comparison): Html {
  const [first] = alike;
  const told = (cell: Cell) => {
    const text = saysText(cell, first);
    return html`<div><dt class="mark is-${cell.outcome}">${cellText(cell, first)}</dt><dd>${names(cell, comparison)}${
      text === '' ? '' : html`<p class="meta">${prose(text)}</p>`
    }</dd></div>`;
  };
  const at = (row: ComparedRow) => comparison.rows.indexOf(row) + 1;
  return html`<article class="told">${alike.map(
    (row) =>
      html`<div id="row-${at(row)}"><h3>${titled(row.title)}</h3><p class="id">${shown(row.id)}</p></div>`,
  )}
<dl class="rows">${first.cells.map(told)}</dl></article>
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
