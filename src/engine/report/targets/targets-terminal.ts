import { visible } from '../inert.ts';
import { type Look, told } from '../terminal-look.ts';
import { colorOf, VERDICT_MARKS } from '../terminal-verdict.ts';
import { VERDICTS } from '../words.ts';
import { firstLines, hanging, wrapped } from '../wrapped.ts';
import { reasonOf } from './broken-where.ts';
import { asVerdict, STANDING_LOOK, STANDING_WORDS, standingsText, worstFirst } from './standing.ts';
import type { TotalsInput } from './totals-input.ts';
import { changesOfAll, totalsNotes, totalsReason } from './totals-text.ts';

/** As many lines as are seen at the end of a log, the path and the blank line above it not counted. */
const MOST_LINES = 10;

/** As many lines of what else is to be known: all of it is in the page. */
const MOST_NOTES = 2;

/** What the terminal needs besides the totals. */
export interface TotalsTerminal extends Look {
  /** Where the page is, as it is to be shown; null where there is none. */
  readonly page: string | null;
}

/** The end of a run of many targets: at most twelve lines, with the verdict, how many are what, the worst of them, what is new, and where all else is. */
export function targetsTerminal({ report }: TotalsInput, { page, ...look }: TotalsTerminal): string {
  const { colors, columns } = look;
  const changes = changesOfAll(report);
  const { verdict } = report;
  const paintLabel = (label: string) => colors.bold(colors[colorOf(verdict)](label));
  const head = [
    ...firstLines(
      hanging(
        `${VERDICT_MARKS[verdict]} ${VERDICTS[verdict].toUpperCase()}  `,
        told(totalsReason(report, true)),
        {
          ...{ columns, indent: 2, paintLabel },
        },
      ),
      2,
    ),
    ...firstLines(hanging('', standingsText(report), { columns, indent: 0 }), 2),
    ...(changes === null ? [] : firstLines(wrapped(changes, columns), 1).map((line) => colors.bold(line))),
    ...totalsNotes(report)
      .slice(0, MOST_NOTES)
      .flatMap((note) => firstLines(wrapped(told(note), columns), 1)),
  ];
  const worst = worstFirst(report).filter(({ standing }) => STANDING_LOOK[standing] !== 'passed');
  const room = MOST_LINES - head.length;
  const most = worst.length > room ? room - 1 : room;
  const listed = worst.slice(0, most).flatMap(({ name, standing, outcome }) =>
    firstLines(
      hanging(
        `  ${VERDICT_MARKS[asVerdict(standing)]} `,
        `${told(name)}  ${STANDING_WORDS[standing]}: ${told(reasonOf(outcome))}`,
        {
          ...{ columns, paintLabel: colors[colorOf(asVerdict(standing))] },
        },
      ),
      1,
    ),
  );
  const left = worst.length - Math.max(0, most);
  const more = left > 0 ? [colors.dim(`  ${left} more in the page`)] : [];
  // A path that is broken could not be opened.
  const path = page === null ? [] : ['', colors.cyan(visible(page))];
  return `\n${[...head, ...listed, ...more, ...path].join('\n')}\n`;
}
