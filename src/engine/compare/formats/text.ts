import type { Colors } from 'picocolors/types.js';
import type { Cell, ComparedRow, Comparison } from '../../model/comparison.ts';
import { shownText } from '../../report/inert.ts';
import { targetName } from '../../report/target-name.ts';
import type { Look } from '../../report/terminal-look.ts';
import { timeText } from '../../report/time-text.ts';
import { countText, VERDICTS } from '../../report/words.ts';
import { hanging, wrapped } from '../../report/wrapped.ts';
import { cellText, differText, headTexts, namesText, sideBySideText, verdictsText } from '../words.ts';

/** Of more reports than so many none has a line of its own. */
const MOST_REPORTS = 12;

/** As many names as one outcome has. */
const MOST_NAMES = 3;

/** As many characters of the sentence that says how a requirement failed. */
const MOST_SAYS = 160;

/** As many columns as an outcome has in front of its reports. */
const OUTCOME = 16;

/** Reports side by side for a terminal: the rows, each outcome with the reports that have it. */
export function compareTerminal(comparison: Comparison, look: Look): readonly string[] {
  const { reports, rows, differing } = comparison;
  const { colors, columns } = look;
  const verdict = differing === 0 ? colors.green : colors.yellow;
  const head = [
    colors.bold(verdict(`${differText(comparison)}.`)),
    ...wrapped(`${sideBySideText(comparison)}: ${verdictsText(comparison)}.`, columns),
    ...headTexts(comparison, MOST_NAMES).flatMap((text) =>
      wrapped(shownText(text), columns).map((line) => colors.bold(line)),
    ),
  ];
  const lines = reports.length > MOST_REPORTS ? [] : ['', ...reports.flatMap(reportLines)];
  return [...head, ...lines, ...rows.flatMap((row) => ['', ...rowLines(row, comparison, look)])];

  function reportLines({ label, target, startedAt, verdict: of }: Comparison['reports'][number]) {
    const what = `${VERDICTS[of]}, ${timeText(startedAt)}, ${targetName(target)}${target.mock ? ', MOCK' : ''}`;
    return [
      ...hanging('  ', shownText(label), { columns, indent: 4, paint: colors.bold }),
      ...hanging('    ', what, { columns }),
    ];
  }
}

function rowLines(
  { id, title, cells, ways, differs }: ComparedRow,
  comparison: Comparison,
  { colors, columns }: Look,
): readonly string[] {
  const says = new Map(ways.map((one) => [one.way, one.says]));
  return [
    ...hanging('', shownText(id), { columns, indent: 2, paint: differs ? colors.bold : colors.dim }),
    ...hanging('  ', shownText(title), { columns, paint: colors.dim }),
    ...cells.flatMap((cell) => {
      const text = cell.way === null ? '' : (says.get(cell.way) ?? '');
      const paintLabel = paintOf(cell, colors);
      return [
        ...hanging(`  ${cellText(cell)} `.padEnd(OUTCOME + 2), whoText(cell, comparison), {
          ...{ columns, paintLabel, indent: OUTCOME + 2 },
        }),
        ...(text === ''
          ? []
          : hanging(' '.repeat(OUTCOME + 2), shownText(text, MOST_SAYS), { columns, paint: colors.dim })),
      ];
    }),
  ];
}

/** Which reports; of most of them how many alone, for what is usual needs no names. */
function whoText({ reports }: Cell, comparison: Comparison): string {
  const all = comparison.reports.length;
  if (reports.length === all) return `all ${countText(all)}`;
  const isMost = reports.length > MOST_NAMES + 1 && reports.length * 2 > all;
  if (isMost) return `${countText(reports.length)} of ${countText(all)}`;
  return shownText(namesText(reports, comparison, MOST_NAMES).replaceAll('`', ''));
}

function paintOf({ outcome }: Cell, colors: Colors): Colors['red'] {
  if (outcome === 'failed') return colors.red;
  if (outcome === 'passed') return colors.green;
  return outcome === 'absent' || outcome.startsWith('not-') ? colors.dim : colors.yellow;
}
