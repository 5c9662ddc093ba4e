import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Ended } from '../cli/command.ts';
import { copyTracked } from '../cli/project-copy.ts';
import { slowly } from '../slow.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a package manager needs of the environment to reach its registry. */
const TO_REGISTRY =
  /^(?:npm_config_(?:registry|cafile)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|HOME)$/i;

/** Packs a copy of what git knows of the project, with its `dist/`, so that nothing in the project changes meanwhile. */
export async function pack(folder: string): Promise<void> {
  slowly('install');
  const copy = mkdtempSync(join(tmpdir(), 'conformance-packed-'));
  try {
    copyTracked(copy);
    cpSync(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true, preserveTimestamps: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    mkdirSync(folder, { recursive: true });
    for (const [file, ...args] of [
      ['node', 'pack.mjs', '--before'],
      ['npm', 'pack', '--ignore-scripts', '--pack-destination', folder],
      ['node', 'pack.mjs', '--after'],
    ] as const) {
      const env = { ...process.env, npm_config_pack_destination: folder };
      await promisify(execFile)(file, args, { cwd: copy, env });
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A folder of a user who has Node alone, below no other package, with a `package.json` and further files. */
export function userFolder(name: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'conformance-user-')), name);
  mkdirSync(folder, { recursive: true });
  const all = { 'package.json': '{ "name": "user", "private": true }', ...files };
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text);
  return folder;
}

/** Runs a program in a user's folder, where only Node and the system's own commands are known; without git, that is. */
export function inFolder(
  cwd: string,
  [file, ...args]: readonly [string, ...string[]],
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const kept = Object.entries(process.env).filter(([name]) => TO_REGISTRY.test(name));
  const env = { ...Object.fromEntries(kept), PATH: commands(), ...more };
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const { code = 0 } = (error ?? {}) as { readonly code?: unknown };
      resolve({ code: typeof code === 'number' ? code : null, stdout, stderr });
    });
  });
}

/** What Node brings, and what the starters that package managers write call. */
const COMMANDS = ['node', 'npm', 'npx', 'sh', 'env', 'dirname', 'sed', 'uname', 'cat'];

/** A folder with these commands, and no other. */
function commands(): string {
  const folder = join(tmpdir(), 'conformance-tests-commands');
  mkdirSync(folder, { recursive: true });
  for (const name of COMMANDS) {
    const found = [dirname(process.execPath), '/usr/bin', '/bin']
      .map((one) => join(one, name))
      .find(existsSync);
    const link = join(folder, name);
    if (found !== undefined && !existsSync(link)) symlinkSync(realpathSync(found), link);
  }
  return folder;
}
