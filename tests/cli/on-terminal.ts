import { spawn } from 'node:child_process';
import type { Environment } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { MAIN, NEEDED } from './command.ts';

/** Runs a command on a terminal (util-linux's `script` makes one) of 100 columns, and gives what it wrote there. */
export function onTerminal(args: readonly string[], environment: Environment): Promise<string> {
  const command = `stty cols 100 && ${process.execPath} ${MAIN} ${args.join(' ')}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: test.info().outputPath(),
    env: { ...NEEDED, SHELL: '/bin/sh', CONFORMANCE_REPORTS_DIR: 'reports', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}
