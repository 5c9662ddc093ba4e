import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import {
  claimFolders,
  PLAYWRIGHT_OUTPUT,
  PLAYWRIGHT_REPORT,
  readProcessSettings,
  titleOf,
} from '#suite/settings';

const settings = readProcessSettings();
const { reportsDir } = settings;
const title = titleOf(settings);
// Playwright empties its folders before anything else.
claimFolders(settings);

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
  reporter: [
    ['html', { outputFolder: join(reportsDir, PLAYWRIGHT_REPORT), open: 'never', noSnippets: true, title }],
    ['./dist/playwright/reporter.cjs'],
  ],
});
