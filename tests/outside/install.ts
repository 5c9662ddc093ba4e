import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { slowly } from '../slow.ts';

const LOCK = 'package-lock.json';

/** What a failed child process rejects with, as far as it is told. */
interface Failed {
  readonly stderr?: string;
  readonly message: string;
}

/**
 * Installs what a folder's lock file names, unless that was done before, and gives the `require` that finds it.
 * It is installed aside and moved to a place of this lock file's own: two workers at once do it twice, and one of
 * the two stays. All of it is below `node_modules`, which git, the compiler, Biome and Playwright pass over.
 * Throws one sentence where it cannot be installed.
 */
export async function installed(folder: string): Promise<NodeJS.Require> {
  slowly('install');
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, LOCK)))
    .digest('hex');
  const place = join(folder, 'node_modules', hash.slice(0, 16));
  if (!existsSync(place)) await install(folder, place);
  return createRequire(join(place, 'package.json'));
}

async function install(folder: string, place: string): Promise<void> {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const aside = mkdtempSync(join(folder, 'node_modules', '.installing-'));
  try {
    for (const file of ['package.json', LOCK]) cpSync(join(folder, file), join(aside, file));
    await npmCi(aside);
    renameSync(aside, place);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another worker was first.
    if (!existsSync(place)) throw error;
  }
}

async function npmCi(directory: string): Promise<void> {
  const options = [
    '--ignore-scripts',
    '--omit=peer',
    '--no-audit',
    '--no-fund',
    '--fetch-retry-mintimeout=1000',
  ];
  await promisify(execFile)('npm', ['ci', ...options], { cwd: directory }).catch((error: Failed) => {
    const said = (error.stderr ?? error.message)
      .split('\n')
      .map((line) => line.replace(/^npm \w+\s*/, '').trim())
      .filter((line) => line !== '');
    throw new Error(`What a test compares with could not be installed: ${said.slice(0, 2).join('; ')}`);
  });
}
