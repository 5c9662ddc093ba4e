import { EXIT } from '../../engine/model/verdict.ts';
import { approvalText } from '../../engine/report/waiver-text.ts';
import { plural } from '../../engine/report/words.ts';
import { dayOf, daysLater, isDay } from '../../engine/verdict/days.ts';
import { tooFar } from '../../engine/verdict/waiver-sense.ts';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import { modelartsPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { waiversInput } from '../run/waivers.ts';
import { readProcessSettings } from '../settings/read.ts';
import { print } from '../terminal/print.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { withEntries } from '../waivers/add-entries.ts';
import { lastReport } from '../waivers/last-report.ts';
import { newEntries } from '../waivers/new-entries.ts';
import { changeFile } from '../waivers/write-file.ts';
import { UsageError } from './usage-error.ts';

/** The options of `conformance waive`. */
export interface WaiveCommand {
  readonly all?: boolean;
  readonly reason: string;
  readonly until: string;
  readonly approvedBy: string;
  readonly ticket?: string;
}

/** What a waiver that is to be written says in options of their own. */
const TEXTS = { reason: '--reason', approvedBy: '--approved-by', ticket: '--ticket' } as const;

/**
 * Waives violations of the last run in the file of the settings, and gives the exit code. Throws a UsageError,
 * SettingsError or WaiversError where something is wrong; then nothing was written.
 */
export async function waive(ids: readonly string[], command: WaiveCommand): Promise<number> {
  // Whatever endpoint is set: nothing is sent.
  const settings = readProcessSettings({ mock: true, live: false, waiversMayLack: true });
  const { waiversFile, waiverMaxDays, reportsDir } = settings;
  const today = dayOf(new Date().toISOString());
  refuseOdd(ids, command, { today, maxDays: waiverMaxDays });
  const given = { suite: modelartsPlugins, contract: await pluginsContract() };
  const input = await waiversInput(waiversFile, '', { given, today, maxDays: waiverMaxDays });
  const { all, ...texts } = command;
  const asked = { ...texts, ids: all === true ? null : ids };
  const { entries, problems } = newEntries(lastReport(reportsDir), asked, input);
  const [first, ...more] = problems;
  if (first !== undefined) throw new UsageError(first, ...more);
  const yaml = await import('yaml');
  changeFile(waiversFile, (text) => withEntries({ ...input, text }, entries, yaml));
  print(`Wrote ${plural(entries.length, 'waiver')} to ${shownPath(waiversFile)}:`);
  for (const entry of entries)
    print(`  ${entry.requirement}  ${approvalText(entry)}, at ${entry.scope}, pool ${entry.pool}`);
  return EXIT.ok;
}

function refuseOdd(
  ids: readonly string[],
  command: WaiveCommand,
  limit: { readonly today: string; readonly maxDays: number },
): void {
  const { all = false, until } = command;
  const problems: string[] = [];
  if (ids.length === 0 && !all)
    problems.push('No requirement is named; right would be the ids of some that failed, or `--all`.');
  if (ids.length > 0 && all)
    problems.push('`--all` is given beside the ids of requirements; right would be one of both.');
  for (const [name, option] of Object.entries(TEXTS)) {
    const text = command[name as keyof typeof TEXTS];
    if (text?.trim() === '') problems.push(`\`${option}\` says nothing; right would be a text.`);
  }
  const day = dayProblem(until, limit);
  if (day !== null) problems.push(`\`--until\` ${day}`);
  const [first, ...more] = problems;
  if (first !== undefined) throw new UsageError(first, ...more);
}

function dayProblem(
  until: string,
  limit: { readonly today: string; readonly maxDays: number },
): string | null {
  if (!isDay(until))
    return `is \`${until}\`, which is no day; right would be e.g. \`${daysLater(limit.today, Math.min(30, limit.maxDays))}\`.`;
  if (until < limit.today)
    return `is \`${until}\`, which is over; right would be \`${limit.today}\` or later.`;
  return tooFar(until, limit);
}
