import { expect } from '@playwright/test';
import { compareHtml } from '../../src/engine/compare/formats/html.ts';
import { theBrowser } from '../browser.ts';
import { A, B, C, type Night } from '../history/lines.ts';
import { test } from '../own-test.ts';
import { axeViolations } from '../page/axe.ts';
import { openPage } from '../report/open-page.ts';
import { brokenAnchors, headingLevels, lowContrast } from '../report/page-checks.ts';
import { EIGHT, HOSTILE_ONES, type Labelled, sideBySide } from './nights.ts';

/** Forty that are all unlike. */
const FORTY = Array.from({ length: 40 }, (_, at): Labelled => {
  const way = (of: number) => `${of}`.padStart(12, '0');
  const night: Night = {
    [A]: [way(at)],
    [B]: at % 3 === 0 ? 'inconclusive' : 'passed',
    [C]: at % 2 === 0 ? 'drift' : 'passed',
  };
  return [`region-${at}/vendor-of-the-north`, night];
});

/** Those of the window, and of the rows and columns that stay in it. */
const STAYS = `(() => {
  const scroll = document.querySelector('.scroll');
  scroll.scrollTo(scroll.scrollWidth, scroll.scrollHeight);
  const { left, top, right } = scroll.getBoundingClientRect();
  const row = scroll.querySelector('tbody tr:last-child th').getBoundingClientRect();
  const head = scroll.querySelector('thead th:last-child').getBoundingClientRect();
  return {
    row: Math.abs(row.left - left) < 2,
    head: Math.abs(head.top - top) < 2 && head.right <= right + 2,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    room: scroll.clientWidth - row.width,
  };
})()`;

for (const [name, nights] of [
  ['eight reports', EIGHT],
  ['forty reports', FORTY],
  ['hostile ones', HOSTILE_ONES],
] as const) {
  test(`${name}: the page fits, can be read, and does nothing @slow`, async () => {
    const html = compareHtml(sideBySide(nights, { all: true }));
    const { page, trouble } = await openPage(await theBrowser(), html);
    await expect(page.getByRole('banner')).toHaveCount(1);
    expect(await brokenAnchors(page)).toEqual([]);
    const levels = await headingLevels(page);
    expect(levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1)).toEqual([]);
    for (const [width, room] of [
      [1280, 700],
      [390, 180],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate<{ readonly room: number }>(STAYS);
      expect([width, found]).toEqual([width, { row: true, head: true, wider: 0, room: expect.any(Number) }]);
      // What scrolls beside the names of the rows.
      expect(found.room).toBeGreaterThan(room);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([width, colorScheme, await axeViolations(page)]).toEqual([width, colorScheme, []]);
        expect(await lowContrast(page)).toEqual([]);
      }
    }
    expect(await page.evaluate('window.__pwned')).toBeUndefined();
    await expect(page.locator('script, img, iframe')).toHaveCount(0);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
}

test('forty columns are seen at once at 1920, half of them at 1280, each with its outcome in words @slow', async () => {
  const { page } = await openPage(await theBrowser(), compareHtml(sideBySide(FORTY)), {
    viewport: { width: 1280, height: 800 },
  });
  await expect(page.locator('thead th')).toHaveCount(41);
  const seen = `[...document.querySelectorAll('thead th')].filter((one) => one.getBoundingClientRect().right < innerWidth - 24).length`;
  expect(await page.evaluate(seen)).toBeGreaterThan(20);
  await page.setViewportSize({ width: 1920, height: 800 });
  expect(await page.evaluate(seen)).toBe(41);
  const row = page.locator('tbody tr').filter({ hasText: A });
  await expect(row.getByRole('cell').nth(27)).toHaveText('violated ab');
  await page.context().close();
});
