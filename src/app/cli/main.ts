import { inspect } from 'node:util';
import { Command, CommanderError, Option } from 'commander';
import { EXIT } from '../../engine/model/verdict.ts';
import { didYouMean } from '../../engine/nearest.ts';
import { PACKAGE } from '../../engine/package-root.ts';
import { inertLine } from '../../engine/report/inert.ts';
import { SERVICES } from '../init/services.ts';
import { openPipelines } from '../pipelines/opened.ts';
import { FAULT_TEXT, handOverFault, hasFault } from '../run/fault.ts';
import { endWhenOrphaned } from '../run/orphaned.ts';
import { type CommandOption, takenByNpm } from '../settings/npm-options.ts';
import { areAny, servicesHere } from '../settings/pipeline-services.ts';
import { printError } from '../terminal/print.ts';
import { guardStreams } from '../terminal/standard-streams.ts';
import { addChanges } from './changes-command.ts';
import { addCompare } from './compare-command.ts';
import { addDoctor, addRun, addSweep } from './endpoint-commands.ts';
import { addEvidenceCommands } from './evidence-commands.ts';
import { addExplain } from './explain-command.ts';
import { addJudge } from './judge-command.ts';
import { addMock } from './mock-command.ts';
import { requireOptional } from './optional-package.ts';
import { isUsageError, linesOf, UsageError } from './usage-error.ts';
import { addWaiverCommands } from './waiver-commands.ts';

/** Faults whose sentences say what is wrong: a description that cannot be used, a secret in a file, a full disk. */
const TOLD_FAULTS: readonly string[] = ['ContractError', 'LeakError', 'UnwrittenError'];

/** Node's codes of a module that is not there. */
const NOT_FOUND: readonly unknown[] = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'];

endWhenOrphaned();

const program = new Command('conformance')
  .description('Tests the ModelArts endpoint "Delete a Plug-in" against its document.')
  .version(PACKAGE.version)
  .addHelpText(
    'after',
    '\nExit codes: 0 conformant, 1 non-conformant, 2 a wrong setting or argument, 3 inconclusive,\n4 a fault of the suite itself, 130 interrupted.',
  );

const runCommand = addRun(program);

program
  .command('init')
  .description('writes the first files of a project into this folder, and overwrites none')
  .addOption(new Option('--ci <service>', 'with the files of this service').choices(SERVICES))
  .option('--playwright', "with a `playwright.config.ts`, for Playwright's own command")
  .action(async (options) => {
    const { init } = await import('#command/init');
    process.exitCode = await init(options);
  });

addDoctor(program);
addSweep(program);
addMock(program);

program
  .command('sensitivity')
  .description(
    'tries the suite on servers whose truth is known, and says what it catches and what it does not',
  )
  .option('--seed <n>', 'by which conforming and disturbed servers are generated; left out: a random one')
  .option('--server <name>', 'one server alone: what the suite makes of it')
  // What it was called before: npm has an option of that name, and says nothing of it to a script.
  .addOption(new Option('--only <name>').hideHelp())
  .action(async (options) => {
    requireOptional('fast-check', 'sensitivity');
    const { sensitivity } = await import('#command/sensitivity');
    process.exitCode = await sensitivity({ server: options.only, ...options });
  });

const below = addWaiverCommands(program);
addChanges(program);
addCompare(program);
addEvidenceCommands(program);
addExplain(program);
addJudge(program);

guardStreams();
// What is printed last may be what fails.
process.on('exit', () => {
  if (hasFault()) process.exitCode = EXIT.fault;
});

const [word, asked] = process.argv.slice(2);
/** Commander's own. */
const HELP = 'help';
const known = [...program.commands.map((command) => command.name()), HELP];

for (const command of [program, ...program.commands, ...below]) {
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: withProposal(command) });
}

// Node would print it past whatever keeps the terminal free of secrets, and exit with a violation's code.
let isFailing = false;
process.on('uncaughtException', (error) => {
  const code = exitCodeOf(error);
  // Whoever listens for an interruption has something to tidy up first; a second fault ends that too.
  if (isFailing || process.listenerCount('SIGINT') === 0) process.exit(code);
  isFailing = true;
  handOverFault();
  process.kill(process.pid, 'SIGINT');
});

try {
  // `run` is the default: without this a misspelt command would be told as an argument too many for it.
  const named = word === HELP ? asked : word;
  if (named !== undefined && !named.startsWith('-') && !known.includes(named)) {
    throw new UsageError(
      `\`${named}\` is no command${didYouMean(named, known) || '; see `conformance --help`.'}`,
    );
  }
  const command = program.commands.find((one) => one.name() === word) ?? runCommand;
  const taken = takenByNpm(command.options.map(asTold), process.argv.slice(2));
  if (command === runCommand) await openRunInPipeline(process.argv.slice(2));
  if (taken !== null) throw new UsageError(taken);
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Stands at the end of the built file: the launcher takes one that has it for whole. */
export const isWhole = true;

/** Has the services told of the end of a run, whatever ends it; of a plan, which is none, nothing. */
async function openRunInPipeline(args: readonly string[]): Promise<void> {
  if (args.includes('--plan')) return;
  const services = servicesHere(args);
  openPipelines(services);
  if (!areAny(services)) return;
  const { tellEndOf } = await import('../pipelines/tell.ts');
  // After whoever makes the exit code, and before the locks are let go.
  process.on('exit', () => tellEndOf(Number(process.exitCode ?? EXIT.ok)));
}

/** Tells Commander's sentence of what is wrong, with the option that was meant, where one of the command's is near. */
function withProposal({ options }: Command) {
  return (sentence: string): void => {
    const found = /unknown option '(--[^'=]+)/.exec(sentence)?.[1];
    const known = options.filter(({ hidden }) => !hidden).map(({ long, flags }) => long ?? flags);
    const proposal = found === undefined ? '' : didYouMean(found, [...known, '--help']);
    // It quotes an argument as it is: a line break in one begins no line of ours.
    printError(`${sentence.trimEnd()}${proposal}`);
  };
}

/** An option as its own text tells it: its name, and what it takes. */
function asTold({ long, flags, argChoices = [] }: Option): CommandOption {
  const last = flags.split(' ').at(-1) ?? '';
  const value = last.startsWith('<') ? last : '';
  return { name: (long ?? flags).replace(/^--/, ''), value, choices: argChoices };
}

function exitCodeOf(error: unknown): number {
  // Commander has told what is wrong already; `--help` and `--version` are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (isUsageError(error)) {
    printError(...linesOf(error));
    return EXIT.usage;
  }
  printError(...faultText(error).split('\n'));
  printError(FAULT_TEXT);
  return EXIT.fault;
}

/** Any other fault is told with its trace. */
function faultText(error: unknown): string {
  // Whatever is thrown has a text then, an object without a prototype too.
  if (!(error instanceof Error)) return typeof error === 'string' ? error : inspect(error);
  if (TOLD_FAULTS.includes(error.name)) return error.message;
  // A line break in what it quotes begins no line of ours.
  const text = (error.stack ?? error.message).replace(error.message, () => inertLine(error.message));
  const isMissing = 'code' in error && NOT_FOUND.includes(error.code);
  return `${text}${isMissing ? '\nThe suite is not whole; run `npm ci`.' : ''}`;
}
