import { defineConfig } from '@playwright/test';
import { configured } from '#suite/settings';

/** The suite for people who live in Playwright; `conformance run` calls the same, as it was built. */
export default defineConfig(configured('tests/conformance'));
