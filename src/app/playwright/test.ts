import { test as base } from '@playwright/test';
import type { CarryOut } from './carry-out.ts';
import { inertly } from './plain-error.ts';

interface Fixtures {
  readonly _setupArtifacts: undefined;
}

/** Playwright's `test` with `carryOut`: sends a scenario and judges each of its requirements as a step. */
export const test = base.extend<Fixtures, { carryOut: CarryOut }>({
  // Playwright's own of this name attaches to each failed test a text that asks a model to mend it, which no setting
  // turns off; what else it is for, screenshots and traces of browsers, no test of a walk has. It has to be as
  // automatic as that one, in a way that Playwright's types do not tell, and is no step of a test.
  _setupArtifacts: [
    async ({}, use) => use(undefined),
    { auto: 'all-hooks-included' as unknown as true, box: true },
  ],
  carryOut: [
    async ({}, use) => {
      // Loaded in the worker alone: the process that only lists the tests does without it.
      const { openRun } = await import('#suite/carry-out');
      const { carryOut, leave } = await inertly(() => openRun(base));
      await use(carryOut);
      await leave();
    },
    // One walk, taken up where another worker left it; no step of its own in every test.
    { scope: 'worker', box: true },
  ],
});
