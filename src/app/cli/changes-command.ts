import { type Command, Option } from 'commander';

/** Makes `changes` known to the command line. */
export function addChanges(program: Command): void {
  program
    .command('changes')
    .argument('[base]', 'the `conformance.json` of another run, or its folder; left out: the history')
    .description('says what is new in the last run, by the history, or since another run')
    .option('--exit-code', 'ends in exit 1 where something is new')
    .addOption(
      new Option('--format <format>', 'for a terminal, a chat, a program, or Prometheus')
        .choices(['text', 'md', 'json', 'prom'])
        .default('text'),
    )
    .option('--out <file>', 'writes it there, renamed into place')
    .addHelpText(
      'after',
      '\nExit codes: 0, with `--exit-code` 1 where something is new, 2 what cannot be read or a wrong argument,\n3 where the runs cannot be compared or the last one is inconclusive.',
    )
    .action(async (base, options) => {
      const { changes } = await import('#command/changes');
      process.exitCode = changes(base, options);
    });
}
