import type { Colors } from 'picocolors/types.js';
import type { Cell, Comparison } from '../../model/comparison.ts';
import { shownText } from '../../report/inert.ts';
import { targetName } from '../../report/target-name.ts';
import type { Look } from '../../report/terminal-look.ts';
import { timeText } from '../../report/time-text.ts';
import { countText, VERDICTS } from '../../report/words.ts';
import { hanging, wrapped } from '../../report/wrapped.ts';
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

/** Of more reports than so many none has a line of its own. */
const MOST_REPORTS = 12;

/** As many names as one outcome has. */
const MOST_NAMES = 3;

/** As many characters of the sentence that says how a requirement failed. */
const MOST_SAYS = 160;

/** As many columns as an outcome has in front of its reports. */
const OUTCOME = 18;

/** Reports side by side for a terminal: the rows, each outcome with the reports that have it. */
export function compareTerminal(comparison: Comparison, look: Look): readonly string[] {
  const { reports, rows, differing } = comparison;
  const { colors, columns } = look;
  const verdict = differing === 0 ? colors.green : colors.yellow;
  return [
    colors.bold(verdict(`${differText(comparison)}.`)),
    ...wrapped(`${sideBySideText(comparison)}: ${verdictsText(comparison)}.`, columns),
    ...headTexts(comparison, MOST_NAMES).flatMap((text) =>
      wrapped(shownText(text), columns).map((line) => colors.bold(line)),
    ),
    ...(reports.length > MOST_REPORTS ? [] : ['', ...reports.flatMap((one) => reportLines(one, look))]),
    ...alikeRows(rows).flatMap((alike) => ['', ...alikeLines(alike, comparison, look)]),
  ];
}

function reportLines(
  { label, target, startedAt, verdict }: Comparison['reports'][number],
  { colors, columns }: Look,
): readonly string[] {
  const what = `${VERDICTS[verdict]}, ${timeText(startedAt)}, ${targetName(target)}${target.mock ? ', MOCK' : ''}`;
  return [
    ...hanging('  ', shownText(label), { columns, indent: 4, paint: colors.bold }),
    ...hanging('    ', what, { columns }),
  ];
}

/** The ids, of one row its title too, and what became of it where. */
function alikeLines(
  alike: ReturnType<typeof alikeRows>[number],
  comparison: Comparison,
  { colors, columns }: Look,
): readonly string[] {
  const [first] = alike;
  const { title, cells, differs } = first;
  const paint = differs ? colors.bold : colors.dim;
  const cellLines = (cell: Cell) => {
    const label = `  ${cellText(cell, first)} `.padEnd(OUTCOME);
    const indent = label.length;
    const text = saysText(cell, first);
    return [
      ...hanging(label, whoText(cell, comparison), { columns, paintLabel: paintOf(cell, colors) }),
      ...(text === ''
        ? []
        : hanging(' '.repeat(indent), shownText(text, MOST_SAYS), { columns, paint: colors.dim })),
    ];
  };
  return [
    ...alike.flatMap(({ id }) => hanging('', shownText(id), { columns, indent: 2, paint })),
    ...(alike.length > 1 ? [] : hanging('  ', shownText(title), { columns, paint: colors.dim })),
    ...cells.flatMap(cellLines),
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
