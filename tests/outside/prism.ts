import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DESCRIPTION } from '../../src/suites/modelarts-plugins/places.ts';
import { test as base } from '../own-test.ts';
import { installed } from './install.ts';

/** A running Prism. */
export interface Prism {
  /** e.g. `http://127.0.0.1:36523` */
  readonly endpoint: string;
  readonly port: number;
  /** What it told of the requests and answers so far. */
  readonly printed: () => string;
}

/** Starts Prism on a free port, with our description as its document: `mock`, or `proxy` to an upstream. */
export type StartPrism = (command: 'mock' | 'proxy', ...args: readonly string[]) => Promise<Prism>;

/**
 * Tests that start Prism, the same once for all tests of a worker: it keeps nothing, and takes longer to start than to be
 * asked. It is ended with the worker, however that ends.
 */
export const test = base.extend<object, { startPrism: StartPrism }>({
  startPrism: [
    async ({}, use) => {
      const children: ChildProcess[] = [];
      const started = new Map<string, Promise<Prism>>();
      await use((...args) => {
        const before = started.get(args.join(' '));
        const prism = before ?? start(children, ...args);
        started.set(args.join(' '), prism);
        return prism;
      });
      for (const child of children) {
        if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'close');
      }
    },
    { scope: 'worker' },
  ],
});

async function start(children: ChildProcess[], command: string, ...args: readonly string[]): Promise<Prism> {
  const require = await installed(fileURLToPath(new URL('prism/', import.meta.url)));
  const main = require.resolve('@stoplight/prism-cli/dist/index.js');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    process.execPath,
    [main, command, fileURLToPath(DESCRIPTION), ...args, '--port', '0', '--host', '127.0.0.1'],
    { env: { PATH, HOME, FORCE_COLOR: '0' } },
  );
  children.push(child);
  let printed = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk;
      const [, endpoint = ''] = /Prism is listening on (http:\S+)/.exec(printed) ?? [];
      if (endpoint !== '')
        resolve({ endpoint, port: Number(new URL(endpoint).port), printed: () => printed });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`Prism ended before it listened: ${printed}`)));
  });
}
