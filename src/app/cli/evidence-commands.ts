import type { Command } from 'commander';

/** Makes the commands known that are about the evidence of a run that is over. */
export function addEvidenceCommands(program: Command): void {
  program
    .command('report')
    .argument('<dir>', 'the folder of a run')
    .description("makes a run's pages and `junit.xml` again, from its `conformance.json` and `evidence.har`")
    .option('--open', 'opens the page in the browser')
    .action(async (dir, options) => {
      const { report } = await import('#command/report');
      await report(dir, options);
    });
}
