import { test } from '../../src/playwright/test.ts';
import { credentials } from '../../src/scenarios/credentials.ts';
import { methods } from '../../src/scenarios/methods.ts';

test.describe('Access', () => {
  test(credentials.title, ({ carryOut }) => carryOut(credentials));
  test(methods.title, ({ carryOut }) => carryOut(methods));
});
