import { resolve } from 'node:path';
import { changesFrom, changesSince, isSameRun } from '../../engine/history/changes.ts';
import { type ComparedRun, runOfReport } from '../../engine/history/compared-run.ts';
import type { Compared } from '../../engine/history/formats/compared.ts';
import { changesJson } from '../../engine/history/formats/json.ts';
import { changesMarkdown } from '../../engine/history/formats/markdown.ts';
import { changesProm } from '../../engine/history/formats/prom.ts';
import { changesTerminal } from '../../engine/history/formats/text.ts';
import { isConclusive } from '../../engine/history/line.ts';
import { NO_HISTORY, skippedText } from '../../engine/history/read-history.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { kindOf } from '../../engine/text-file.ts';
import { ADDED_IN } from '../../suites/modelarts-plugins/added-in.ts';
import { reportedPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { historyFor } from '../history/history-file.ts';
import { writeRenamed } from '../history/write-beside.ts';
import { readReport } from '../run/read-report.ts';
import { readPlaces } from '../settings/places.ts';
import { ownColors, terminalColors } from '../terminal/own-colors.ts';
import { print } from '../terminal/print.ts';
import { UsageError } from './usage-error.ts';

/** The forms in which changes are told. */
export type ChangesFormat = 'text' | 'md' | 'json' | 'prom';

/** What the command line asks for. */
export interface ChangesOptions {
  readonly exitCode?: boolean;
  readonly format?: ChangesFormat;
  readonly out?: string;
}

const { words, keys } = reportedPlugins.resource;

/** Tells what is new in the last run since a base, or since the last line of the history that it can be compared with; gives the exit code. Throws UsageError and SettingsError. */
export function changes(base: string | undefined, options: ChangesOptions): number {
  const { reportsDir, history: file } = readPlaces();
  if (base === undefined && file === null) {
    throw new UsageError(
      '`changes` has nothing to compare the last run with; right would be a `conformance.json` as its argument, or the file of a history in `CONFORMANCE_HISTORY`.',
    );
  }
  const report = readReport(reportsDir, keys);
  const now = runOfReport(report);
  const history = file === null ? NO_HISTORY : historyFor({ file, target: now.line.target, keys });
  const made =
    base === undefined
      ? changesSince(now, history.lines, { words, addedIn: ADDED_IN })
      : changesFrom(now, baseOf(base, now), words);
  const isMissing = base === undefined && file !== null && kindOf(file) === 'nothing';
  const notes = [isMissing ? `There is no history in \`${file}\` yet.` : null, skippedText(history)];
  const own = history.lines.find((line) => isSameRun(line, now.line)) ?? null;
  const last = [...history.lines, now.line].filter(isConclusive).map(({ startedAt }) => startedAt);
  write(
    {
      ...{ report, changes: made, own },
      notes: notes.filter((note) => note !== null),
      lastConclusive: isConclusive(now.line) ? report.startedAt : (last.at(-1) ?? null),
    },
    options,
  );
  if (!made.comparable || !isConclusive(now.line)) return EXIT.inconclusive;
  return options.exitCode === true && made.new.length > 0 ? EXIT.nonConformant : EXIT.ok;
}

/** The run of BASE; it is no base for itself. */
function baseOf(path: string, now: ComparedRun): ComparedRun {
  const base = runOfReport(readReport(resolve(path), keys));
  if (base.line.startedAt === now.line.startedAt && isSameRun(base.line, now.line)) {
    throw new UsageError(`\`${path}\` is the last run itself; right would be the report of an earlier one.`);
  }
  return base;
}

function write(compared: Compared, { format = 'text', out }: ChangesOptions): void {
  const text = {
    text: () => changesTerminal(compared, out === undefined ? terminalColors() : ownColors(false)),
    md: () => changesMarkdown(compared),
    json: () => changesJson(compared),
    prom: () => changesProm(compared),
  }[format]();
  if (out === undefined) print(...text.trimEnd().split('\n'));
  else writeRenamed(resolve(out), text, '--out');
}
