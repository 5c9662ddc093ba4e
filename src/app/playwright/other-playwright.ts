import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rootAbove } from '../../engine/package-root.ts';

/** A copy of Playwright, and where it is. */
interface Copy {
  readonly root: string;
  readonly version: string;
}

/**
 * Why the suite's tests cannot be run by the Playwright that was started, in a sentence: it is another copy than the one
 * that they are written with, and the two know nothing of each other. Null where it is the same. Takes the script that
 * the process was started with.
 */
export function otherPlaywright(script: string): string | null {
  const started = copyAbove(realpathSync(script));
  const require = createRequire(import.meta.url);
  const own = copyAbove(realpathSync(require.resolve('@playwright/test/package.json')));
  if (started === null || own === null || started.root === own.root) return null;
  return `Playwright \`${started.version}\` in \`${started.root}\` was started, and the suite is run by its own \`${own.version}\` in \`${own.root}\`; right would be \`npm install --save-dev @playwright/test@${own.version}\`, or \`npx --no conformance run\`.`;
}

/** The copy of Playwright that a file belongs to; null for none. What `@playwright/test` starts is `playwright`, beside it. */
function copyAbove(file: string): Copy | null {
  const root = fileURLToPath(rootAbove(new URL('.', pathToFileURL(file))));
  const manifest = join(root, 'package.json');
  const { name, version = 'unknown' } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly name?: string;
    readonly version?: string;
  };
  if (name === '@playwright/test') return copyAbove(besideIt(manifest));
  return name === 'playwright' ? { root: root.slice(0, -1), version } : null;
}

/** Where the `playwright` is that a package starts. */
function besideIt(manifest: string): string {
  return realpathSync(createRequire(manifest).resolve('playwright/package.json'));
}
