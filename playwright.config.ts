import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { readProcessSettings } from '#suite/settings';

const { reportsDir, target } = readProcessSettings();
const title = target === null ? 'MOCK RUN, not a real endpoint' : target.endpoint;

/** The suite for people who live in Playwright; `conformance run` calls it too. */
export default defineConfig({
  // What the build left is loaded as it is.
  build: { external: ['**/dist/**'] },
  testDir: 'tests/conformance',
  projects: [{ name: 'conformance' }],
  outputDir: join(reportsDir, '.playwright'),
  // One walk, from one worker; a retry would turn a violation into "flaky".
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // The settings bound every request and every wait.
  timeout: 0,
  globalSetup: './dist/playwright/setup.cjs',
  reporter: [
    ['html', { outputFolder: join(reportsDir, 'playwright'), open: 'never', noSnippets: true, title }],
    ['./dist/playwright/reporter.cjs'],
  ],
});
