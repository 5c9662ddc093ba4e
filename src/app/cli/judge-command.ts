import type { Command } from 'commander';

/** Makes `judge` known to the command line. */
export function addJudge(program: Command): void {
  program
    .command('judge')
    .argument('<recording>', 'a HAR file: of a browser, a proxy, another tester, or of a run of this suite')
    .description('judges recorded traffic by what needs no control of the target, and sends nothing')
    .option('--url-base <url>', 'only what was sent below it counts, e.g. `https://host/prefix`')
    .option('--json', 'prints the report as JSON, and nothing else')
    .addHelpText(
      'after',
      '\nExit codes: 0 something was judged and nothing broken, 1 a requirement was broken, 2 no HAR file, one of over\n512 MB or a wrong argument, 3 nothing matched or nothing could be told, 4 a fault of the suite itself.',
    )
    .action(async (file, options) => {
      const { judgeFile } = await import('#command/judge');
      process.exitCode = await judgeFile(file, options);
    });
}
