import { type Command, Option } from 'commander';
import type { CommandLine } from '../../lifecycle/settings/settings.ts';
import { checkRunOptions, runOptions } from '../targets/run-options.ts';
import { checkService, UsageError } from './usage-error.ts';

/** The options of a command that many targets may be named for. */
interface MaybeMany {
  readonly targets?: string;
  readonly target?: readonly string[];
  readonly jobs?: string;
}

/** Makes `run` known to the command line; it is what no command stands for. */
export function addRun(program: Command): Command {
  const run = program
    .command('run', { isDefault: true })
    .description('runs the suite against the endpoint of the settings, or, with none set, the embedded mock')
    .option('--mock', 'asks for the embedded mock by name, whatever endpoint is set')
    .option('--deviation <name>', 'a mock that deviates in this way (`conformance mock --list` shows all)')
    .addOption(new Option('--runner <runner>', 'how the scenarios are run').choices(['playwright', 'direct']))
    .option('--live', 'ends in exit 2 where the target is a mock, before anything is installed')
    .option(
      '--attempts <n>',
      'walks again what ended inconclusive, up to so many times in all (1 to 5; default 1); a violation of any attempt stays',
    )
    .option('--attempt-delay <s>', 'the seconds before each further attempt (default 60)')
    .option('--plan', 'lists what would be sent, in order, and sends nothing; needs no arming')
    .option('--ci <service>', '`none`: the service of the pipeline that it runs in is told nothing')
    .action(async (options: CommandLine & MaybeMany & { readonly ci?: string }) => {
      checkService(options.ci);
      if (isMany(options)) {
        process.exitCode = await runMany(options);
      } else if (options.plan === true) {
        const { printPlan } = await import('#command/plan');
        await printPlan(options);
      } else {
        const { run } = await import('./run.ts');
        process.exitCode = await run(options);
      }
    });
  return withTargets(run);
}

async function runMany(options: CommandLine & MaybeMany & { readonly targets: string }): Promise<number> {
  if (options.plan !== true) {
    const { runTargets } = await import('#command/targets');
    return runTargets(options, options);
  }
  checkRunOptions(options);
  const { forEachTarget } = await import('#command/each-target');
  return forEachTarget(options, {
    ...{ command: 'run', options: ['--plan', ...runOptions(options)], commandLine: options },
    interrupted: 'Interrupted.',
  });
}

/** Makes `doctor` known to the command line. */
export function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description(
      'looks at settings, network, credentials and pool, and says how to mend what is wrong; changes nothing',
    )
    .option('--live', 'ends in exit 2 where the target is a mock')
    .action(async (options: CommandLine & MaybeMany) => {
      if (isMany(options)) {
        const { forEachTarget } = await import('#command/each-target');
        process.exitCode = await forEachTarget(options, {
          ...{ command: 'doctor', options: options.live === true ? ['--live'] : [] },
          ...{ commandLine: options, interrupted: 'Interrupted.' },
        });
        return;
      }
      const { doctor } = await import('#command/doctor');
      process.exitCode = await doctor(options);
    });
  withTargets(command);
}

/** Makes `sweep` known to the command line. */
export function addSweep(program: Command): void {
  const command = program
    .command('sweep')
    .description('removes what earlier runs installed and could not remove, by their ledgers')
    .option('--dry-run', 'looks for it and changes nothing')
    .option('--all', 'also of other projects, pools and templates than those of the settings')
    .option(
      '--unseen',
      'lists what may be of a run and no ledger shows to be; on a terminal asks whether to remove it',
    )
    .option('--remove <name@time...>', 'removes what `--unseen` listed so')
    .option('--ledger <file...>', 'the ledgers of the runs; left out: that of the settings')
    .action(async (options: SweepOptions) => {
      if (isMany(options)) {
        process.exitCode = await sweepMany(options);
        return;
      }
      const { sweep } = await import('#command/sweep');
      process.exitCode = await sweep(options);
    });
  withTargets(command);
}

interface SweepOptions extends MaybeMany {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly unseen?: boolean;
  readonly remove?: readonly string[];
  readonly ledger?: readonly string[];
}

async function sweepMany(options: SweepOptions & { readonly targets: string }): Promise<number> {
  const { dryRun, all, unseen, remove, ledger, target } = options;
  if (ledger !== undefined)
    throw new UsageError(
      '`--ledger` names a file, and each of many targets has its own; right would be `--targets` alone.',
    );
  if (remove !== undefined && target?.length !== 1)
    throw new UsageError(
      '`--remove` is for one pool, and `--targets` names many; right would be `--target` with the name of the one.',
    );
  const { wantedOf } = await import('./wanted.ts');
  wantedOf(remove ?? []);
  const { forEachTarget } = await import('#command/each-target');
  const flags = { '--dry-run': dryRun, '--all': all, '--unseen': unseen };
  return forEachTarget(options, {
    command: 'sweep',
    options: [
      ...Object.entries(flags).flatMap(([flag, isGiven]) => (isGiven === true ? [flag] : [])),
      ...(remove === undefined ? [] : ['--remove', ...remove]),
    ],
    commandLine: {},
    interrupted: 'Interrupted: nothing more is sent; a second Ctrl-C ends at once.',
  });
}

function withTargets(command: Command): Command {
  return command
    .option(
      '--targets <file>',
      'for each target of this file, a process each (`schemas/targets.schema.json`)',
    )
    .option('--target <name...>', 'of these targets alone')
    .option('--jobs <n>', 'so many targets at once (default 4)');
}

/** Whether many targets are named. Throws a UsageError where that is asked for without them. */
function isMany<T extends MaybeMany>(options: T): options is T & { readonly targets: string } {
  if (options.targets !== undefined) return true;
  const [given] = [options.target && '`--target`', options.jobs && '`--jobs`'].filter(Boolean);
  if (given === undefined) return false;
  throw new UsageError(`${given} is given without \`--targets\`; right would be \`--targets FILE\` with it.`);
}
