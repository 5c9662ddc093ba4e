import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: 'floor.spec.ts',
  outputDir: '../reports/floor',
  workers: 1,
  reporter: 'line',
});
