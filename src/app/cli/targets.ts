import type { TargetOutcome } from '../../engine/model/targets.ts';
import { EXIT } from '../../engine/model/verdict.ts';
import { removeReports } from '../../engine/report/report-files.ts';
import { unwrittenText } from '../../engine/unwritten.ts';
import { dayOf } from '../../engine/verdict/days.ts';
import { WaiversError } from '../../engine/verdict/waivers-error.ts';
import { lockDirectory } from '../../lifecycle/locks/run-locks.ts';
import type { CommandLine } from '../../lifecycle/settings/settings.ts';
import { pluginsContract } from '../../suites/modelarts-plugins/load.ts';
import { modelartsPlugins, reportedPlugins } from '../../suites/modelarts-plugins/suite.ts';
import { haveReports } from '../pipelines/opened.ts';
import { tellPipelines } from '../pipelines/tell.ts';
import { claimTotals } from '../run/claim.ts';
import { hasFault, tellFault } from '../run/fault.ts';
import { REMOVING } from '../run/interrupt.ts';
import { loadWaivers } from '../run/waivers.ts';
import { openBoard } from '../targets/board.ts';
import { outcomeOf, reportStamp } from '../targets/outcome.ts';
import { openProcesses } from '../targets/processes.ts';
import { jobsOf, limitsOf, type ManyTargetsCommand, type QueuedTarget, queuedOf } from '../targets/queued.ts';
import { type ManyTargets, type ReadyTarget, readTargets } from '../targets/read-targets.ts';
import { checkRunOptions, runOptions } from '../targets/run-options.ts';
import { carryOutAll } from '../targets/schedule.ts';
import type { Ended } from '../targets/start.ts';
import { totalsText } from '../targets/tell-totals.ts';
import { writeTotals } from '../targets/write-totals.ts';
import { printError } from '../terminal/print.ts';
import { printAnyhow } from '../terminal/standard-streams.ts';
import { processVoice } from '../terminal/terminal-voice.ts';

/** Where a run says what it is doing. */
const DOING = /^· /;

const { keys } = reportedPlugins.resource;

/** Runs the suite against each target of a file, a process each, and gives the exit code over all. Throws before anything is sent. */
export async function runTargets(command: ManyTargetsCommand, commandLine: CommandLine): Promise<number> {
  const jobs = jobsOf(command);
  checkRunOptions(commandLine);
  const many = await readTargets(command, commandLine, waiverProblems);
  const { reportsDir } = many.shared;
  claimTotals(reportsDir);
  const processes = openProcesses(REMOVING);
  await lockDirectory(reportsDir, processVoice().say);
  haveReports(reportsDir);
  removeReports(reportsDir);
  tellUnread(many);
  const outcomes: TargetOutcome[] = [];
  const board = openBoard(many.targets.map(({ name }) => name));
  const ended = (target: ReadyTarget, { exitCode, complained }: Ended, before: string | null) => {
    const outcome = outcomeOf({
      ...{ name: target.name, target: addressOf(target), exitCode, keys, before },
      ...{ dir: target.settings.reportsDir, said: complained.at(-1) ?? '' },
    });
    outcomes.push(outcome);
    board.end(outcome, outcome.report === null ? complained.slice(0, -1).map((line) => `    ${line}`) : []);
  };
  await carryOutAll<QueuedTarget>(queuedOf(many), limitsOf(many, jobs), {
    signal: processes.signal,
    carryOut: async ({ target }) => {
      const before = reportStamp(target.settings.reportsDir);
      board.begin(target.name);
      const end = await processes.carryOut(
        ['run', ...runOptions(commandLine)],
        target.environment,
        (line) => {
          if (DOING.test(line)) board.doing(target.name, line.replace(DOING, ''));
        },
      );
      ended(target, end, before);
    },
    onLeft: ({ target }) => ended(target, NOT_BEGUN, reportStamp(target.settings.reportsDir)),
  });
  board.close();
  const { names, secrets } = many;
  const onFailure = (path: string, cause: unknown) => tellFault(unwrittenText(path, cause));
  const made = writeTotals(reportsDir, outcomes, { names, secrets, suite: reportedPlugins, onFailure });
  const exitCode = hasFault() ? EXIT.fault : made.report.exitCode;
  // What people read stays the last.
  tellPipelines({ exitCode, report: null, totals: made.report });
  await printAnyhow(totalsText(made, reportedPlugins));
  return hasFault() ? EXIT.fault : exitCode;
}

/** What is said of a target whose turn did not come. */
const NOT_BEGUN: Ended = {
  exitCode: EXIT.interrupted,
  said: [],
  complained: ['The run was interrupted before it was the turn of this target; nothing was sent.'],
};

/** As reports name it. */
function addressOf({ entry, settings }: ReadyTarget): TargetOutcome['target'] {
  const { projectId: project, pool: collection, template: item } = entry;
  return { endpoint: settings.target?.endpoint ?? entry.endpoint, project, collection, item };
}

/** What is wrong with the waivers of any target: with such none is begun. */
async function waiverProblems(targets: readonly ReadyTarget[]): Promise<readonly string[]> {
  const problems = new Map<string, readonly string[]>();
  for (const { settings } of targets) {
    const { waivers } = settings;
    if (waivers === null || problems.has(waivers)) continue;
    const given = { suite: modelartsPlugins, contract: await pluginsContract() };
    const today = dayOf(new Date().toISOString());
    problems.set(waivers, await loadWaivers(settings, given, today).then(() => [], problemsOf));
  }
  return [...problems.values()].flat();
}

function problemsOf(error: unknown): readonly string[] {
  if (error instanceof WaiversError) return error.problems;
  throw error;
}

function tellUnread({ unread }: ManyTargets): void {
  if (unread.length === 0) return;
  const names = unread.map((name) => `\`${name}\``).join(', ');
  const isOne = unread.length === 1;
  printError(`${names} ${isOne ? 'is' : 'are'} set, and not read: \`--targets\` says what is tested.`);
}
