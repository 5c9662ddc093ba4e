import type { Command } from 'commander';

/** Adds the commands about waivers, and gives those that stand below another one. */
export function addWaiverCommands(program: Command): readonly Command[] {
  program
    .command('waive')
    .argument('[requirement...]', 'the ids of requirements that failed in the last run')
    .description('writes waivers of what failed in the last run, and of nothing else; sends nothing')
    .option('--all', 'each violation of the last run, in place of ids')
    .requiredOption('--reason <text>', 'why it may fail')
    .requiredOption('--until <day>', 'the last day on which it may, YYYY-MM-DD')
    .requiredOption('--approved-by <who>', 'who answers for it')
    .option('--ticket <ticket>', 'where more is said of it')
    .action(async (ids, options) => {
      const { waive } = await import('#command/waive');
      process.exitCode = await waive(ids, options);
    });

  const check = program
    .command('waivers')
    .description('looks after the file of waivers; sends nothing')
    .command('check')
    .argument('[file]', 'the file; left out: that of the settings')
    .description('says what is wrong with it, what expires soon, and what the last runs needed')
    .action(async (file) => {
      const { checkWaivers } = await import('#command/waivers');
      process.exitCode = await checkWaivers(file);
    });
  return [check];
}
