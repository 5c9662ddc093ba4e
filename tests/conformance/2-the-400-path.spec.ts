import { test } from '../../src/playwright/test.ts';
import { illFormed } from '../../src/scenarios/ill-formed.ts';
import { unknown } from '../../src/scenarios/unknown.ts';

test.describe('The 400 path', () => {
  test(illFormed.title, ({ carryOut }) => carryOut(illFormed));
  test(unknown.title, ({ carryOut }) => carryOut(unknown));
});
