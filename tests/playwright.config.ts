import { defineConfig } from '@playwright/test';

const NONE = ['conformance/**'];

/**
 * What takes minutes: commands that are killed, cancelled or stopped at many moments, something at each request of a run,
 * sessions of Playwright, bodies of many megabytes, a hundred thousand exchanges, tools of others. `npm run test:all`
 * runs these.
 */
const LONG = [
  'bounds/effects.spec.ts',
  'bounds/large-lists.spec.ts',
  'bounds/runs.spec.ts',
  'bounds/tidy-first.spec.ts',
  'campaign/hostile.spec.ts',
  'campaign/iam.spec.ts',
  'campaign/safety.spec.ts',
  'cli/build.spec.ts',
  'cli/cancelled.spec.ts',
  'cli/earlier-runs.spec.ts',
  'cli/full-disk.spec.ts',
  'cli/hostile-texts.spec.ts',
  'cli/kill.spec.ts',
  'cli/locks.spec.ts',
  'cli/npm-ci.spec.ts',
  'cli/odd-iam.spec.ts',
  'cli/playwright-options.spec.ts',
  'cli/run-time.spec.ts',
  'cli/sessions.spec.ts',
  'cli/stopped.spec.ts',
  'cli/trouble.spec.ts',
  'judge/hostile.spec.ts',
  'mock/deviations.spec.ts',
  'outside/**/*.spec.ts',
  'suites/modelarts-plugins/hostile-exchanges.spec.ts',
  'suites/modelarts-plugins/hostile-runs.spec.ts',
];

/** The project's own tests; what a user runs against an endpoint is in `conformance/`. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'tests', testIgnore: [...NONE, ...LONG] },
    { name: 'long', testMatch: LONG, testIgnore: NONE },
    // By itself: a filter would also match the folders that the checkout lies in.
    { name: 'house', testMatch: ['house.spec.ts', 'house-imports.spec.ts', 'house-rules.spec.ts'] },
  ],
  outputDir: '../reports/own-tests',
  globalSetup: './own-package.ts',
  fullyParallel: true,
  forbidOnly: true,
  // Far more than any takes by itself: on a busy machine, and where coverage is measured, all take longer.
  timeout: 180_000,
  // Many tests wait for something: for two processors three are not too many.
  workers: 3,
  reporter: process.env['CI'] === undefined ? 'list' : 'line',
});
