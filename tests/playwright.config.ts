import { defineConfig } from '@playwright/test';

const NONE = ['conformance/**'];

/** In the title of a test that `npm test` leaves to `npm run test:all`: see `slow.ts`. */
const SLOW = /@slow\b/;

/**
 * In that of one which has a smaller one of its kind among the slow: the same at more moments, with more of it, or under the
 * other runner. Together they take many minutes, and are for `npm run test:long`.
 */
const LONG = /@long\b/;

/** The project's own tests; what a user runs against an endpoint is in `conformance/`. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'tests', testIgnore: NONE, grepInvert: [SLOW, LONG], workers: 3 },
    { name: 'slow', testIgnore: NONE, grep: SLOW, workers: 4 },
    { name: 'long', testIgnore: NONE, grep: LONG, workers: 2 },
    // By itself: a filter would also match the folders that the checkout lies in.
    { name: 'house', testMatch: ['house.spec.ts', 'house-imports.spec.ts', 'house-rules.spec.ts'] },
    // No test: `npm run screenshots` makes the pictures of the documents again, with the browser that the tests have.
    { name: 'screenshots', testMatch: ['pictures/take.ts'] },
  ],
  outputDir: '../reports/own-tests',
  globalSetup: './own-package.ts',
  // A file is one worker's: to load it in each costs more than most of its tests take, and what they share is made once.
  fullyParallel: false,
  forbidOnly: true,
  // Far more than any takes by itself: on a busy machine, and where coverage is measured, all take longer.
  timeout: 180_000,
  // Many tests wait for something, the slow ones most: a project says how many are not too many for two processors.
  workers: 4,
  reporter: './progress.ts',
});
