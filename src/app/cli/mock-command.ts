import type { Command } from 'commander';

/** Makes `mock` known to the command line. */
export function addMock(program: Command): void {
  program
    .command('mock')
    .description('runs the mock as a server of its own, until Ctrl-C')
    .option('--port <n>', 'where it listens on 127.0.0.1; 0: any free port', '0')
    .option('--deviation <name>', 'one way of being wrong')
    .option('--install-ms <n>', 'how long an install takes, in milliseconds', '0')
    .option('--remove-ms <n>', 'how long a removal takes, in milliseconds', '0')
    .option('--list', 'lists the deviations and ends')
    .action(async (options) => {
      const { mock } = await import('#command/mock');
      await mock(options);
    });
}
