import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { slowly } from './slow.ts';

/** Names that a browser of Chromium's family has on a machine. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

let launched: Promise<Browser> | null = null;

/** The one browser of all tests of a worker; it is started by the first that asks, and Playwright ends it with the worker. */
export function theBrowser(): Promise<Browser> {
  slowly('browser');
  launched ??= launchBrowser();
  return launched;
}

/**
 * Starts a browser for a test: one of the machine, else Playwright's own download, else Debian's package, installed
 * where that is allowed. Throws one sentence that says what to install.
 */
async function launchBrowser(): Promise<Browser> {
  const executablePath = onPath(NAMES) ?? downloaded() ?? installed();
  if (executablePath === null) {
    throw new Error(
      'No browser was found: install one with `npx playwright install chromium` or `apt-get install chromium`.',
    );
  }
  // Chromium has no sandbox for root.
  return chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox'] : [] });
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

function downloaded(): string | null {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function installed(): string | null {
  if (!isRoot() || onPath(['apt-get']) === null) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: 'ignore', timeout: 300_000 } as const;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], options);
  return onPath(NAMES);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
