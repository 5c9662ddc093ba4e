import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PACKAGE_ROOT } from '../package-root.ts';

/** Where the page stands in the package, and what writes its data in the package that is run. */
const PAGE = 'lib/vite/htmlReport';
const WRITER = 'lib/runner/index.js';

let texts: readonly string[] | null = null;

/**
 * The page of Playwright's report and what fills it, of the copy that this package runs, in lower case;
 * read once. Throws where there is no such copy.
 */
export function playwrightTexts(): readonly string[] {
  texts ??= filesOf(new URL('package.json', PACKAGE_ROOT).href).map((file) =>
    readFileSync(file, 'utf8').toLowerCase(),
  );
  return texts;
}

function filesOf(manifest: string): readonly string[] {
  const runner = createRequire(besideIt(manifest, '@playwright/test')).resolve('playwright/package.json');
  const page = join(dirname(besideIt(runner, 'playwright-core')), PAGE);
  return [...readdirSync(page).map((name) => join(page, name)), join(dirname(runner), WRITER)];
}

/** Where a package is described that another one requires. */
function besideIt(manifest: string, name: string): string {
  return createRequire(manifest).resolve(`${name}/package.json`);
}
