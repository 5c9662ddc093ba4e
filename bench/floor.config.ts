import { defineConfig } from '@playwright/test';

export default defineConfig({ testDir: '.', testMatch: 'floor.spec.ts', workers: 1, reporter: 'line' });
