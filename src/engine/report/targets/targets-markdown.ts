import { cutMarkdown, MOST_SUMMARY_BYTES } from '../markdown-cut.ts';
import { folded, tableRow, VERDICT_SIGNS } from '../markdown-parts.ts';
import { cellCode, cellSentence, markdownCode, markdownSentence } from '../markdown-text.ts';
import { targetName } from '../target-name.ts';
import { durationText, plural, VERDICTS } from '../words.ts';
import {
  allBut,
  brokenWhere,
  failsAt,
  howMany,
  reasonOf,
  untestedWhere,
  type Where,
  waivedWhere,
} from './broken-where.ts';
import { reportLink } from './report-link.ts';
import { type Listed, STANDING_WORDS, type Standing, standingsText, worstFirst } from './standing.ts';
import type { TotalsInput } from './totals-input.ts';
import { ALL_TARGETS, changesOfAll, totalsNotes, totalsReason } from './totals-text.ts';

const MARKS: Readonly<Record<Standing, string>> = {
  ...VERDICT_SIGNS,
  ...{ fault: '💥', interrupted: '⏹️', missing: VERDICT_SIGNS.inconclusive },
};

/** As many rows and names as a summary page shows. */
const MOST_TARGETS = 200;
const MOST_BROKEN = 100;
const MOST_NAMES = 12;

/** The text of `targets.md`: what a pipeline's summary page needs of many targets. */
export function targetsMarkdown({ report, suite }: TotalsInput): string {
  const listed = worstFirst(report);
  const changes = changesOfAll(report);
  const untested = untestedWhere(report);
  const left = listed.length - MOST_TARGETS;
  const blocks = [
    `# ${MARKS[report.verdict]} ${VERDICTS[report.verdict]}: ${plural(listed.length, 'target')}`,
    ...(changes === null ? [] : [`**${markdownSentence(changes)}**`]),
    markdownSentence(totalsReason(report)),
    `${standingsText(report)}, exit code ${report.exitCode} ([targets.html](targets.html))`,
    ...totalsNotes(report).map((note) => `> ${markdownSentence(note)}`),
    // Near the beginning: what it says is what this suite knows the file again by.
    `Conformance of “${suite.title}”, summed up by ${markdownCode(`${report.suite.name} ${report.suite.version}`)}.`,
    [
      tableRow(['target', 'verdict', 'violated', 'passed', 'new', 'took']),
      '|---|---|--:|--:|--:|--:|',
      ...listed.slice(0, MOST_TARGETS).map(targetRow),
    ].join('\n'),
    ...(left > 0 ? [`${plural(left, 'more target')} in [targets.html](targets.html).`] : []),
    ...whereBlocks('What is broken where', brokenWhere(report)),
    ...(untested.length === 0
      ? []
      : [
          '## What could not be told',
          untested.map(({ reason, names }) => `- ${namesOf(names)}: ${markdownSentence(reason)}`).join('\n'),
        ]),
    ...folded('Violated, but waived', whereBlocks(null, waivedWhere(report))),
  ];
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MOST_SUMMARY_BYTES, ALL_TARGETS);
}

function targetRow({ name, standing, outcome }: Listed): string {
  const figures = outcome?.report ?? null;
  const link = reportLink({ name, outcome });
  const shown = link === null ? cellCode(name) : `[${cellCode(name)}](${link})`;
  const what = outcome === null ? '' : `<br>${cellSentence(targetName(outcome.target))}`;
  const mock = figures?.mock === true ? ' **MOCK**' : '';
  const isTold = standing !== 'conformant' && standing !== 'non-conformant';
  const why = isTold ? `<br>${cellSentence(reasonOf(outcome))}` : '';
  const broken = figures?.notPassed.filter((one) => failsAt(figures, one)).length;
  return tableRow([
    `${shown}${mock}${what}`,
    `${MARKS[standing]} ${STANDING_WORDS[standing]}${why}`,
    ...[broken, figures?.counts.passed, figures?.changes?.new].map((count) => String(count ?? '')),
    figures === null ? '' : durationText(figures.durationMs),
  ]);
}

function whereBlocks(title: string | null, all: readonly Where[]): readonly string[] {
  if (all.length === 0) return [];
  const left = all.length - MOST_BROKEN;
  return [
    ...(title === null ? [] : [`## ${title}`]),
    [
      tableRow(['requirement', 'in', 'targets']),
      '|---|---|---|',
      ...all
        .slice(0, MOST_BROKEN)
        .map((one) =>
          tableRow([`${cellCode(one.id)}<br>${cellSentence(one.title)}`, howMany(one), whereText(one)]),
        ),
    ].join('\n'),
    ...(left > 0 ? [`${plural(left, 'more requirement')} in [targets.html](targets.html).`] : []),
  ];
}

function whereText(where: Where): string {
  const { words, but } = allBut(where) ?? { words: '', but: where.names };
  return [words, namesOf(but, cellCode)].filter((part) => part !== '').join(' ');
}

function namesOf(names: readonly string[], code: (name: string) => string = markdownCode): string {
  const left = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).map(code).join(', ') + (left > 0 ? ` and ${left} more` : '');
}
