import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Outcome } from '../../../../src/engine/model/requirement.ts';

/** What a process is to judge. */
export interface Order {
  readonly seed: number;
  readonly runs: number;
  /** True where each run has bodies of 50 MB. */
  readonly huge: boolean;
  /** The URL of the description. */
  readonly description: string;
}

/** What a process found when all of it was judged. */
export interface Found {
  readonly exchanges: number;
  /** How often the requirements of each rule came to each outcome. */
  readonly outcomes: Readonly<Record<string, Partial<Record<Outcome, number>>>>;
  /** The smallest run that fails, with the seed; null where none did. */
  readonly failure: string | null;
}

/** What a process says: that it begins a run, or what it found. */
export type Told = { readonly begun: number } | Found;

/** How much a process may take; what takes more is ended, and the run that it was at is named. */
export interface Bounds {
  readonly memoryMb: number;
  /** For one run, which is judged twice, and now and then once more scenario by scenario. */
  readonly secondsOfARun: number;
}

/**
 * Judges runs in a process of their own, whose memory and time are bounded; rejects where it goes beyond, with the seed
 * and the run. `folder`: for its code.
 */
export async function judgeHostile(
  order: Omit<Order, 'description'>,
  bounds: Bounds,
  folder: string,
): Promise<Found> {
  const description = new URL('../../../../specs/modelarts-plugins.openapi.yaml', import.meta.url).href;
  const code = await bundled(fileURLToPath(new URL('./process.ts', import.meta.url)), folder);
  // What it runs is measured by other tests; measured here too, it would take half as long again.
  const { NODE_V8_COVERAGE: _, ...env } = process.env;
  const child = fork(code, [JSON.stringify({ ...order, description } satisfies Order)], {
    execArgv: [`--max-old-space-size=${bounds.memoryMb}`],
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    return await foundBy(child, order, bounds);
  } finally {
    child.kill('SIGKILL');
  }
}

function foundBy(child: ChildProcess, { seed }: Pick<Order, 'seed'>, bounds: Bounds): Promise<Found> {
  return new Promise((resolve, reject) => {
    let run = 0;
    let printed = '';
    const fail = (what: string) => reject(new Error(`${what}: seed ${seed}, run ${run}.`));
    const late = () => fail(`A run was not judged within ${bounds.secondsOfARun} s`);
    const watch = setTimeout(late, bounds.secondsOfARun * 1000);
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
    child.on('message', (told: Told) => {
      watch.refresh();
      if ('begun' in told) run = told.begun;
      else resolve(told);
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(watch);
      fail(/FATAL ERROR: .*|\w*Error: .*/.exec(printed)?.[0] ?? 'The process ended');
    });
  });
}

/** Node 20 runs no TypeScript. */
async function bundled(source: string, folder: string): Promise<string> {
  const outfile = join(folder, 'process.mjs');
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
