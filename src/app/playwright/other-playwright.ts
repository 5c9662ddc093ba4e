import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
  const test = realpathSync(require.resolve('@playwright/test/package.json'));
  const own = copyAbove(realpathSync(createRequire(test).resolve('playwright/package.json')));
  if (started === null || own === null || started.root === own.root) return null;
  return `Playwright \`${started.version}\` in \`${started.root}\` was started, and the suite is run by its own \`${own.version}\` in \`${own.root}\`; right would be \`npm install --save-dev @playwright/test@${own.version}\`, or \`npx --no conformance run\`.`;
}

/** The copy of Playwright that a file belongs to; null for none. What `@playwright/test` starts is `playwright`, beside it. */
function copyAbove(file: string): Copy | null {
  for (let at = dirname(file); at !== dirname(at); at = dirname(at)) {
    const manifest = join(at, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      readonly name?: string;
      readonly version?: string;
    };
    if (name === 'playwright') return { root: at, version: version ?? 'unknown' };
    if (name !== '@playwright/test') continue;
    return copyAbove(realpathSync(createRequire(manifest).resolve('playwright/package.json')));
  }
  return null;
}
