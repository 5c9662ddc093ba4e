import type { Cell, Comparison } from '../../model/comparison.ts';
import { COMPARE_FILES } from '../../report/file-names.ts';
import { shortened } from '../../report/inert.ts';
import { cutMarkdown, MOST_SUMMARY_BYTES } from '../../report/markdown-cut.ts';
import { tableRow } from '../../report/markdown-parts.ts';
import { cellCode, cellSentence, markdownSentence } from '../../report/markdown-text.ts';
import { targetName } from '../../report/target-name.ts';
import { timeText } from '../../report/time-text.ts';
import { VERDICTS } from '../../report/words.ts';
import { alikeRows } from '../alike.ts';
import {
  cellText,
  differText,
  headTexts,
  namesText,
  saysText,
  sideBySideText,
  verdictsText,
} from '../words.ts';

type Alike = ReturnType<typeof alikeRows>[number];

/** As many reports as the list of them has. */
const MOST_REPORTS = 60;

/** As many names as one outcome has. */
const MOST_NAMES = 6;

/** As many characters of one text. */
const MOST = 160;

/** Reports side by side, as a summary in Markdown: a table of the reports, and one of the rows. */
export function compareMarkdown(comparison: Comparison): string {
  const { reports, rows } = comparison;
  const link = `[${COMPARE_FILES.html}](${COMPARE_FILES.html})`;
  const left = reports.length - MOST_REPORTS;
  const blocks = [
    `# ${differText(comparison)}`,
    `${sideBySideText(comparison)} (${link}): ${verdictsText(comparison)}.`,
    ...headTexts(comparison, MOST_NAMES).map((text) => `**${markdownSentence(shortened(text, 8 * MOST))}**`),
    table(['Report', 'Verdict', 'Target', 'Began'], reports.slice(0, MOST_REPORTS).map(reportCells)),
    ...(left > 0 ? [`${left} more in ${COMPARE_FILES.html}`] : []),
    ...(rows.length === 0
      ? []
      : [
          table(
            ['Requirement', 'What became of it where'],
            alikeRows(rows).map((alike) => rowCells(alike, comparison)),
          ),
        ]),
  ];
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MOST_SUMMARY_BYTES, `\`${COMPARE_FILES.html}\``);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(head), tableRow(head.map(() => '---')), ...rows.map(tableRow)].join('\n');
}

function reportCells({ label, target, startedAt, verdict, strict }: Comparison['reports'][number]) {
  return [
    cellCode(shortened(label, MOST)),
    `${VERDICTS[verdict]}${strict ? ', strict' : ''}`,
    `${cellCode(shortened(targetName(target), MOST))}${target.mock ? ', **mock**' : ''}`,
    cellCode(timeText(startedAt)),
  ];
}

function rowCells(alike: Alike, comparison: Comparison): readonly string[] {
  const [first] = alike;
  const { title, cells } = first;
  const told = (cell: Cell) => {
    const text = saysText(cell, first);
    const how = text === '' ? '' : ` (${cellSentence(shortened(text, MOST))})`;
    const isAll = cell.reports.length === comparison.reports.length;
    const who = isAll ? 'all' : cellSentence(namesText(cell.reports, comparison, MOST_NAMES));
    return `**${cellText(cell, first)}** in ${who}${how}`;
  };
  const ids = alike.map(({ id }) => cellCode(shortened(id, MOST))).join(', ');
  return [
    alike.length > 1 ? ids : `${ids} ${cellSentence(shortened(title, MOST))}`,
    cells.map(told).join('; '),
  ];
}
