import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { PLAYWRIGHT_OUTPUT, PLAYWRIGHT_REPORT, readConfiguration, titleOf } from '#suite/settings';

const { settings, calling } = readConfiguration();
const { reportsDir } = settings;
const page = join(reportsDir, PLAYWRIGHT_REPORT);

// Where `--reporter=html` writes too, which knows no folder of ours.
if (calling !== 'list') process.env['PLAYWRIGHT_HTML_OUTPUT_DIR'] ??= page;

/** The suite for people who live in Playwright; `conformance run` calls it too. */
export default defineConfig({
  // What the build left is loaded as it is.
  build: { external: ['**/dist/**'] },
  testDir: 'tests/conformance',
  projects: [{ name: 'conformance' }],
  outputDir: join(reportsDir, PLAYWRIGHT_OUTPUT),
  // One walk, from one worker; a retry would turn a violation into "flaky".
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // The settings bound every request and every wait.
  timeout: 0,
  globalSetup: './dist/playwright/setup.cjs',
  reporter:
    calling === 'list'
      ? // A page would be written of a list too.
        'list'
      : [
          ['html', { outputFolder: page, open: 'never', noSnippets: true, title: titleOf(settings) }],
          // The last one: what the others wrote is looked through by then.
          ['./dist/playwright/reporter.cjs'],
        ],
});
