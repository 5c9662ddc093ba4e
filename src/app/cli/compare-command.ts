import type { Command } from 'commander';

/** Makes `compare` known to the command line. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .argument('<dir...>', 'reports directories, of a run or of many targets, or `conformance.json` files')
    .description('puts 2 to 500 reports side by side: the requirements in which they differ')
    .option('--all', 'with the requirements in which they do not')
    .option('--out <dir>', 'where `compare.html`, `.md` and `.json` go; left out: the reports directory')
    .option('--json', 'prints what `compare.json` holds instead')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing differs, 1 a requirement differs, 2 what cannot be read or a wrong argument.',
    )
    .action(async (dirs, options) => {
      const { compare } = await import('#command/compare');
      process.exitCode = compare(dirs, options);
    });
}
