import { expect } from '@playwright/test';
import { withMock } from '../mock/ask.ts';
import { test } from '../own-test.ts';
import { testedByDredd } from './dredd.ts';

test.setTimeout(600_000);

const ALL = ['GET 200', 'POST 200', 'POST 400', 'GET 200', 'GET 400', 'DELETE 200', 'DELETE 400'];

test('our mock passes every request that another tester makes of the description @slow', () =>
  withMock({}, async (mock) => {
    const { code, passed, failed, printed } = await testedByDredd(mock);
    expect([failed, passed], printed).toEqual([[], ALL]);
    expect(code).toBe(0);
    expect(mock.requests()).toBe(ALL.length);
  }));

/** In a field, in the head, in a status; the others are alike. */
const FAILING = {
  '@slow': [
    ['kind-wrong-type', 'DELETE 200'],
    ['text-plain', 'DELETE 200'],
    ['repeat-200', 'DELETE 400'],
  ],
  '@long': [
    ['undocumented-phase', 'DELETE 200'],
    ['broken-json', 'DELETE 200'],
    ['error-code-shape', 'DELETE 400'],
  ],
} as const;

for (const [tag, cases] of Object.entries(FAILING)) {
  test(`a mock that deviates fails with another tester too: ${cases.map(([name]) => name).join(', ')} ${tag}`, async () => {
    for (const [deviation, failing] of cases) {
      await withMock({ deviation }, async (mock) => {
        const { code, passed, failed, printed } = await testedByDredd(mock);
        const others = ALL.filter((one) => one !== failing);
        expect([deviation, failed, passed], printed).toEqual([deviation, [failing], others]);
        expect([deviation, code]).toEqual([deviation, 1]);
      });
    }
  });
}
