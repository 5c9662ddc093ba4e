import { test as base } from '@playwright/test';
import type { CarryOut } from './carry-out.ts';
import { inertly } from './plain-error.ts';

/** Playwright's `test` with `carryOut`: sends a scenario and judges each of its requirements as a step. */
export const test = base.extend<object, { carryOut: CarryOut }>({
  carryOut: [
    async ({}, use) => {
      // Loaded in the worker alone: the process that only lists the tests does without it.
      const { openRun } = await import('#suite/carry-out');
      const { carryOut, leave } = await inertly(openRun);
      await use(carryOut);
      await leave();
    },
    // One walk, taken up where another worker left it; no step of its own in every test.
    { scope: 'worker', box: true },
  ],
});
