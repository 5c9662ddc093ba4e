import { test } from '../../src/playwright/test.ts';
import { endOfRun } from '../../src/scenarios/end-of-run.ts';
import { repeated } from '../../src/scenarios/repeated.ts';

test.describe('Effects', () => {
  test(repeated.title, ({ carryOut }) => carryOut(repeated));
  test(endOfRun.title, ({ carryOut }) => carryOut(endOfRun));
});
