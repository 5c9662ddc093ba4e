import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: 'paint.spec.ts',
  outputDir: '../reports/paint',
  workers: 1,
  reporter: 'line',
});
