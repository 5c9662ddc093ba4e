import type { Command } from 'commander';
import type { CompareOptions } from './compare.ts';
import { UsageError } from './usage-error.ts';

/** Makes `compare` known to the command line. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .argument('[dir...]', 'reports directories, of a run or of many targets, or `conformance.json` files')
    .description('puts 2 to 500 reports side by side: the requirements in which they differ')
    .option('--all', 'with the requirements in which they do not')
    .option(
      '--join <dir...>',
      'writes into `--out` what one machine would have, of what several left of one list of targets',
    )
    .option('--out <dir>', 'where `compare.html`, `.md` and `.json` go; left out: the reports directory')
    .option('--json', 'prints what `compare.json` holds instead')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing differs, 1 a requirement differs, 2 what cannot be read or a wrong argument;\nwith `--join` those of `run`.',
    )
    .action(
      async (dirs: readonly string[], options: CompareOptions & { readonly join?: readonly string[] }) => {
        if (options.join !== undefined) {
          process.exitCode = await joinDirs([...options.join, ...dirs], options);
          return;
        }
        if (dirs.length === 0)
          throw new UsageError('`compare` is given no report; right would be 2 to 500 reports directories.');
        const { compare } = await import('#command/compare');
        process.exitCode = compare(dirs, options);
      },
    );
}

async function joinDirs(dirs: readonly string[], { out, all, json }: CompareOptions): Promise<number> {
  if (out === undefined)
    throw new UsageError(
      '`--join` is given without `--out`; right would be `--out` with a folder of its own.',
    );
  if (all !== undefined || json !== undefined)
    throw new UsageError(
      '`--join` writes totals, of which `--all` and `--json` say nothing; right would be without.',
    );
  const { join } = await import('#command/join');
  return join(dirs, out);
}
