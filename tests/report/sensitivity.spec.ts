import { expect } from '@playwright/test';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { sensitivityHtml } from '../../src/trials/report/page.ts';
import { sensitivityText, trialText } from '../../src/trials/report/text.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { trial } from '../sensitivity/trials.ts';
import { openPage } from './open-page.ts';
import { brokenAnchors, lowContrast, openAll, overflow } from './page-checks.ts';
import { CAUGHT, DOUBTFUL, OTHERS, PROVEN, reported } from './sensitivity-samples.ts';

/** How the page is made is looked at over a part of the deviations: with all of them a browser takes seconds. */
const FEW = DOUBTFUL.filter(({ truth }, at) => truth !== 'deviating' || at % 12 === 0 || at > 560);

/** Runs in the page: how many nodes it has, texts and all. */
const NODES = `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
})()`;

/** Runs in the page: what scrolls by itself. */
const SCROLLERS = `[...document.querySelectorAll('body, body *')]
  .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflow))
  .map((element) => element.tagName + '.' + element.className)`;

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page at ${width}, ${colorScheme}: loads nothing, fits, is readable @slow`, async () => {
      const text = sensitivityHtml(...reported(FEW));
      const viewport = { width, height: 900 };
      const { page, trouble } = await openPage(await theBrowser(), text, { viewport, colorScheme });
      await openAll(page);
      expect((await overflow(page))[0]).toBe(0);
      expect(await lowContrast(page)).toEqual([]);
      expect(await brokenAnchors(page)).toEqual([]);
      expect(trouble).toEqual([]);
      await page.context().close();
    });
  }
}

for (const [name, trials] of Object.entries({ PROVEN, DOUBTFUL })) {
  test(`${name}: the file fits its schema`, async () => {
    const validate = ownSchema('sensitivity.schema.json');
    const written: unknown = JSON.parse(JSON.stringify(reported(trials)[0]));
    expect([validate(written), validate.errors]).toEqual([true, null]);
  });
}

test('each deviation stands at the requirement that it is meant for, with what else failed @slow', async () => {
  const [report, ids, titles] = reported(DOUBTFUL);
  const { page } = await openPage(await theBrowser(), sensitivityHtml(report, ids, titles));
  await openAll(page);
  await expect(page.locator('.proof tr')).toHaveCount(deviations.length);
  for (const id of ids) {
    const own = deviations.filter(({ catches }) => catches === id).map(({ name }) => name);
    const block = page.locator(`[id="${id}"]`);
    expect((await block.locator('th').allInnerTexts()).sort()).toEqual(own.sort());
    await expect(block.locator('summary')).toContainText(titles[id]?.replaceAll('`', '') ?? 'none');
  }
  const row = (at: number) => page.locator(`[id="deviation-${CAUGHT[at]?.name}"]`);
  await expect(row(0)).toContainText('Survived: nothing failed.');
  await expect(row(1)).toContainText('Took no effect.');
  const others = ['delete.200.status', 'delete.access.no-token'].filter((id) => id !== CAUGHT[2]?.catches);
  await expect(row(2)).toContainText('Caught by another requirement first.');
  await expect(row(2)).toContainText(`Failed too: ${others.join(', ')}`);
  expect(await row(3).locator('i, em').count()).toBe(0);
  await page.context().close();
});

test('the whole page is light, has no scroller of its own, and is printed with all that is folded @slow', async () => {
  const { page } = await openPage(await theBrowser(), sensitivityHtml(...reported(DOUBTFUL)));
  const first = page.locator('.proof tr').first();
  await expect(first).toBeHidden();
  await openAll(page);
  expect(await page.evaluate<number>(NODES)).toBeLessThanOrEqual(8000);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate<string[]>(SCROLLERS)).toEqual([]);
  }
  await page.reload();
  await page.emulateMedia({ media: 'print' });
  await expect(first).toBeVisible();
  const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  expect(pages).toBeLessThanOrEqual(24);
  await page.context().close();
});

test('what is not proven is named on the page and on the terminal, and only that @slow', async () => {
  const [report, ids] = reported(DOUBTFUL);
  const { page } = await openPage(await theBrowser(), sensitivityHtml(report, ids));
  const doubts = page.locator('.doubt');
  await expect(doubts.locator('h2')).toHaveText([
    'Survived',
    'Without effect',
    'False alarms',
    'Untested',
    'Wrongly concluded',
  ]);
  const names = [
    CAUGHT[0]?.name,
    CAUGHT[1]?.name,
    'conforming-alarmed',
    'conforming-untested',
    'outage-concluded',
  ];
  expect(await doubts.locator('li').allInnerTexts()).toEqual(names);
  await page.context().close();
  const text = sensitivityText(report);
  for (const name of names) expect(text).toContain(`  ${name}\n`);
  expect(text).toContain('Not everything is proven.');
});

test('a kind of which no server was tried is in doubt', async () => {
  const [report] = await reported([...CAUGHT, ...OTHERS]);
  expect(sensitivityText(report)).toContain('Not tried: No server of these kinds was tried.\n  disturbed');
});

test('a page without doubt says the rate and how to run it again @slow', async () => {
  const [report, ids] = reported(PROVEN);
  const { page } = await openPage(await theBrowser(), sensitivityHtml(report, ids));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('As sensitive as it says');
  await expect(
    page.getByText('Among such servers the rate is below 1 % with 95 % confidence.'),
  ).toBeVisible();
  await expect(page.getByText('npm run sensitivity -- --seed 7', { exact: true })).toBeVisible();
  await expect(page.locator('.doubt')).toHaveCount(0);
  expect(await page.locator('.truth tbody td').allInnerTexts()).toEqual([
    '300',
    '0',
    '0',
    '0',
    String(deviations.length),
    '0',
    '0',
    '0',
    '1',
  ]);
  await page.context().close();
});

test('one trial is told with its verdict and what failed', () => {
  expect(trialText(trial({ failed: ['delete.a', 'delete.b'] }))).toBe(
    [
      'deviation-a (deviating): Something is wrong.',
      '  verdict   non-conformant: `delete.a` did not hold.',
      '  meant for delete.a',
      '  not held  delete.a',
      '            delete.b',
      '  1 request met something else than the plain mock would have done',
    ].join('\n'),
  );
});
