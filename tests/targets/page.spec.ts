import { expect, type Page } from '@playwright/test';
import { targetsHtml } from '../../src/engine/report/targets/targets-html.ts';
import type { TotalsInput } from '../../src/engine/report/targets/totals-input.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { axeViolations } from '../page/axe.ts';
import { HOSTILE } from '../report/hostile.ts';
import { openPage } from '../report/open-page.ts';
import { brokenAnchors, headingLevels, lowContrast, openAll, overflow } from '../report/page-checks.ts';
import { broken, figures, inputOf, manyOutcomes, notPassed, outcome, without } from './samples.ts';

const HEIGHT = 900;

async function fits(page: Page): Promise<void> {
  for (const width of [1280, 360, 390, 768, 1920]) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect([width, ...(await overflow(page))]).toEqual([width, 0, []]);
  }
}

/** How many rows of targets are seen. */
function seen(page: Page): Promise<number> {
  return page.locator('.targets tbody tr:visible').count();
}

/** With machines that died, a row of each of which is among those of the others. */
function large(count: number): TotalsInput {
  const outcomes = manyOutcomes(count);
  return inputOf(outcomes, [...outcomes.map(({ name }) => name), 'died-1', 'died-2']);
}

const PAGES: readonly (readonly [name: string, input: () => TotalsInput, rows: number])[] = [
  ['three targets', () => inputOf(manyOutcomes(3)), 3],
  ['a hundred, and two that no machine tested', () => large(100), 102],
  [
    'hostile names and reasons',
    () =>
      inputOf([
        broken(HOSTILE, 0, 0, { notPassed: [notPassed(0, { id: HOSTILE, title: `MUST ${HOSTILE}` })] }),
        without('b', 3, HOSTILE),
        outcome('c', {
          target: { endpoint: HOSTILE, project: HOSTILE, collection: HOSTILE, item: HOSTILE },
          report: figures({ suite: HOSTILE, contract: HOSTILE }),
        }),
      ]),
    3,
  ],
];

for (const [name, make, rows] of PAGES) {
  test(`${name}: the page fits, can be read by all, and does nothing @slow`, async () => {
    const viewport = { width: 1280, height: HEIGHT };
    const { page, trouble } = await openPage(await theBrowser(), targetsHtml(make()), { viewport });
    const header = page.getByRole('banner');
    await expect(header).toHaveCount(1);
    expect((await header.boundingBox())?.height).toBeLessThanOrEqual(300);
    await expect(header.locator('.ship')).toHaveText(/^Do not ship on this/);
    expect(await seen(page)).toBe(rows);
    expect(await brokenAnchors(page)).toEqual([]);
    const levels = await headingLevels(page);
    expect(levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1)).toEqual([]);
    await openAll(page);
    await fits(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: HEIGHT });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([width, colorScheme, await axeViolations(page), await lowContrast(page)]).toEqual([
          ...[width, colorScheme, [], []],
        ]);
      }
    }
    expect(await page.evaluate('window.__pwned')).toBeUndefined();
    expect(trouble).toEqual([]);
    await page.context().close();
  });
}

test('the table is filtered by verdict without a script, and on paper all of it is there @slow', async () => {
  const { page } = await openPage(await theBrowser(), targetsHtml(large(40)), { javaScriptEnabled: false });
  const radios = page.getByRole('radio');
  const counts: number[] = [];
  for (let at = 1; at < (await radios.count()); at += 1) {
    await radios.nth(at).check();
    counts.push(await seen(page));
    const label = await page.locator('label:has(:checked)').textContent();
    expect(label).toMatch(new RegExp(` ${counts.at(-1)}$`));
  }
  expect(counts).toEqual([1, 5, 2, 2, 3, 29]);
  await page.emulateMedia({ media: 'print' });
  expect(await seen(page)).toBe(42);
  await page.context().close();
});
