import { spawn } from 'node:child_process';
import { test } from '../own-test.ts';
import { type Ended, MAIN, NEEDED, running } from './command.ts';

/** How the shell starts a command: what it does before, and where its streams go. */
export interface Shell {
  readonly before?: string;
  readonly streams?: string;
}

/** Runs `conformance` to its end from a shell that limits it, or gives it other streams. */
export function inShell(
  { before = 'true', streams = '' }: Shell,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(
    'sh',
    ['-c', `${before} && exec "$0" "$@" ${streams}`, process.execPath, MAIN, ...args],
    {
      cwd: test.info().outputPath(),
      env: {
        ...NEEDED,
        CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports'),
        ...environment,
        // What measures the commands writes files as well.
        NODE_V8_COVERAGE: '',
      },
    },
  );
  return running(child).ended;
}

/** Before the command: no file of its may be longer than so many bytes. As on a full disk, a write takes a part, and the next none. */
export function atMost(bytes: number): Shell {
  return { before: `ulimit -f ${Math.ceil(bytes / 512)}` };
}
