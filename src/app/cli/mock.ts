import { MOCK_SERVER } from '../../lifecycle/walk/mock-name.ts';
import { describeMock } from '../../suites/modelarts-plugins/mock/describe-mock.ts';
import { startMock } from '../../suites/modelarts-plugins/mock/server.ts';
import { print } from '../terminal/print.ts';
import { checkDeviation, UsageError } from './usage-error.ts';

/** The options of `conformance mock`, as the command line gives them. */
export interface MockCommand {
  readonly port: string;
  readonly installMs: string;
  readonly removeMs: string;
  readonly deviation?: string;
  readonly list?: boolean;
}

/** Runs the mock until SIGINT or SIGTERM; throws a UsageError where an option is wrong. */
export async function mock(command: MockCommand): Promise<void> {
  if (command.list === true) return listDeviations();
  await checkDeviation(command.deviation ?? null);
  const port = wholeNumber('--port', command.port, 65_535);
  const started = await startMock({
    port,
    installMs: wholeNumber('--install-ms', command.installMs, 86_400_000),
    removeMs: wholeNumber('--remove-ms', command.removeMs, 86_400_000),
    deviation: command.deviation ?? null,
    server: MOCK_SERVER,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    throw new UsageError(`\`--port\` is \`${port}\`, which cannot be listened on (\`${error.code}\`).`);
  });
  print(...describeMock(started).split('\n'), '', '# Ctrl-C ends it.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await started.close();
}

async function listDeviations(): Promise<void> {
  const { deviations } = await import('../../suites/modelarts-plugins/mock/deviations/deviations.ts');
  const width = Math.max(...deviations.map(({ name }) => name.length));
  for (const { name, title } of deviations) print(`${name.padEnd(width)}  ${title}`);
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new UsageError(`\`${option}\` is \`${text}\`; right would be a whole number from 0 to ${most}.`);
}
