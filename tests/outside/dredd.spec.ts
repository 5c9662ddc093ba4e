import { expect } from '@playwright/test';
import { withMock } from '../mock/ask.ts';
import { test } from '../own-test.ts';
import { testedByDredd } from './dredd.ts';

// The first time, 227 packages are fetched; by one worker, not by each.
test.describe.configure({ mode: 'default' });
test.setTimeout(600_000);

const ALL = ['GET 200', 'POST 200', 'POST 400', 'GET 200', 'GET 400', 'DELETE 200', 'DELETE 400'];

test('our mock passes every request that another tester makes of the description @slow', () =>
  withMock({}, async (mock) => {
    const { code, passed, failed, printed } = await testedByDredd(mock);
    expect([failed, passed], printed).toEqual([[], ALL]);
    expect(code).toBe(0);
    expect(mock.requests()).toBe(ALL.length);
  }));

for (const [deviation, failing] of [
  ['kind-wrong-type', 'DELETE 200'],
  ['undocumented-phase', 'DELETE 200'],
  ['broken-json', 'DELETE 200'],
  ['text-plain', 'DELETE 200'],
  ['error-code-shape', 'DELETE 400'],
  ['repeat-200', 'DELETE 400'],
] as const) {
  test(`a mock with \`${deviation}\` fails ${failing} with another tester too @slow`, () =>
    withMock({ deviation }, async (mock) => {
      const { code, passed, failed, printed } = await testedByDredd(mock);
      expect([failed, passed], printed).toEqual([[failing], ALL.filter((one) => one !== failing)]);
      expect(code).toBe(1);
    }));
}
