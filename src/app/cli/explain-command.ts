import type { Command } from 'commander';

/** Adds `explain` to the program. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .argument('[requirement]', 'its id, or the beginning of several; all are listed without one')
    .description(
      'says what a requirement demands, where it comes from, how that was read, and what shows that it is checked',
    )
    .option('--json', 'all of it as JSON (`schemas/explain.schema.json`), of each requirement')
    .action(async (id, options) => {
      const { explain } = await import('#command/explain');
      await explain(id, options);
    });
}
