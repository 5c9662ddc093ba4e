/**
 * The `test` of the project's own tests: Playwright's, without the fixtures of pages and browsers, which cost every
 * test more than most of them take. A browser is had from `browser.ts`.
 */
export { _baseTest as test } from '@playwright/test';
