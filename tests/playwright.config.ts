import { defineConfig } from '@playwright/test';

/** The project's own tests; what a user runs against an endpoint is in `conformance/`. */
export default defineConfig({
  testDir: '.',
  testIgnore: 'conformance/**',
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
