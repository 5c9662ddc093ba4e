import { Command, CommanderError } from 'commander';
import { runHere } from '../../src/app/cli/run-direct.ts';
import { isUsageError, linesOf, UsageError } from '../../src/app/cli/usage-error.ts';
import type { RunSuite } from '../../src/app/run/run-suite.ts';
import { readProcessSettings } from '../../src/app/settings/read.ts';
import { print, printError } from '../../src/app/terminal/print.ts';
import { guardStreams } from '../../src/app/terminal/standard-streams.ts';
import { EXIT } from '../../src/engine/model/verdict.ts';
import { didYouMean } from '../../src/engine/nearest.ts';
import { deviations } from './notes/deviations.ts';
import { notesRun } from './notes/run.ts';

/** A suite of an API that is nobody's, and the ways in which its server can be wrong. */
interface OtherSuite {
  readonly suite: RunSuite;
  readonly deviations: readonly { readonly name: string; readonly title: string; readonly catches: string }[];
}

const suites: Readonly<Record<string, OtherSuite>> = { notes: { suite: notesRun, deviations } };

const program = new Command('suite')
  .description('Runs a suite of another API against its own server, with the usual exit codes and files.')
  .argument('<suite>', `its name: ${Object.keys(suites).join(', ')}`)
  .option('--deviation <name>', 'one way in which its server is wrong')
  .option('--list', 'lists the deviations and ends')
  .exitOverride()
  .action(async (name: string, { deviation, list }: { deviation?: string; list?: true }) => {
    process.exitCode = await command(name, deviation, list === true);
  });

async function command(name: string, deviation: string | undefined, isListed: boolean): Promise<number> {
  const found = Object.hasOwn(suites, name) ? suites[name] : undefined;
  if (found === undefined) {
    const known = Object.keys(suites);
    throw new UsageError(
      `\`${name}\` is no suite${didYouMean(name, known) || `; known is \`${known.join('`, `')}\``}.`,
    );
  }
  if (isListed) {
    for (const { name, title, catches } of found.deviations)
      print(name, `  ${title}`, `  caught by ${catches}`);
    return EXIT.ok;
  }
  const names = found.deviations.map((one) => one.name);
  if (deviation !== undefined && !names.includes(deviation)) {
    const proposal = didYouMean(deviation, names) || '; `--list` shows those it has';
    throw new UsageError(`\`--deviation\` is \`${deviation}\`, which the server does not have${proposal}.`);
  }
  const asked = { mock: true, runner: 'direct', ...(deviation === undefined ? {} : { deviation }) };
  return runHere(readProcessSettings(asked), found.suite);
}

guardStreams();
try {
  await program.parseAsync();
} catch (error) {
  // Commander has told what is wrong already.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else if (isUsageError(error)) {
    printError(...linesOf(error));
    process.exitCode = EXIT.usage;
  } else {
    printError(...String(error instanceof Error ? error.stack : error).split('\n'));
    process.exitCode = EXIT.fault;
  }
}
