import { defineConfig } from '@playwright/test';

const NONE = ['conformance/**'];

/** In the title of a test that `npm test` leaves to `npm run test:all`: see `slow.ts`. */
const SLOW = /@slow\b/;

/** In that of one which takes minutes by itself, and is for `npm run test:long`. */
const LONG = /@long\b/;

/**
 * Files whose slow tests take more minutes together than a change is waited for: commands that are killed, cancelled or
 * stopped at many moments, something at each request of a run, sessions of Playwright, bodies of many megabytes, a hundred
 * thousand exchanges, tools of others. They are for `npm run test:long` too.
 */
const MINUTES = [
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
    { name: 'tests', testIgnore: NONE, grepInvert: [SLOW, LONG], workers: 3 },
    { name: 'slow', testIgnore: [...NONE, ...MINUTES], grep: SLOW, workers: 4 },
    { name: 'minutes', testMatch: MINUTES, testIgnore: NONE, grep: SLOW, workers: 3 },
    { name: 'long', testIgnore: NONE, grep: LONG, workers: 2 },
    // By itself: a filter would also match the folders that the checkout lies in.
    { name: 'house', testMatch: ['house.spec.ts', 'house-imports.spec.ts', 'house-rules.spec.ts'] },
  ],
  outputDir: '../reports/own-tests',
  globalSetup: './own-package.ts',
  fullyParallel: true,
  forbidOnly: true,
  // Far more than any takes by itself: on a busy machine, and where coverage is measured, all take longer.
  timeout: 180_000,
  // Many tests wait for something, the slow ones most: a project says how many are not too many for two processors.
  workers: 4,
  reporter: './progress.ts',
});
