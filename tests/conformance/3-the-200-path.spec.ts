import { test } from '../../src/playwright/test.ts';
import { installed } from '../../src/scenarios/installed.ts';
import { installedWithBody } from '../../src/scenarios/installed-with-body.ts';

test.describe('The 200 path', () => {
  test(installed.title, ({ carryOut }) => carryOut(installed));
  test(installedWithBody.title, ({ carryOut }) => carryOut(installedWithBody));
});
