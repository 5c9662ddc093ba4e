import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { createAjv } from '../../src/engine/contract/ajv.ts';
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

for (const width of [1280, 390]) {
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
    const file = new URL('../../schemas/sensitivity.schema.json', import.meta.url);
    const validate = createAjv().compile(JSON.parse(readFileSync(file, 'utf8')));
    const written: unknown = JSON.parse(JSON.stringify(reported(trials)[0]));
    expect([validate(written), validate.errors]).toEqual([true, null]);
  });
}

test('the matrix has a row for each deviation, a column for each requirement, and marks what failed @slow', async () => {
  const [report, ids] = reported(DOUBTFUL);
  const { page } = await openPage(await theBrowser(), sensitivityHtml(report, ids));
  const rows = page.locator('.matrix tbody tr');
  await expect(rows).toHaveCount(deviations.length);
  await expect(page.locator('.matrix thead th')).toHaveCount(1 + ids.length);
  const cells = async (deviation: string | undefined) =>
    page
      .locator('.matrix tbody tr', { has: page.locator(`th:text-is("${deviation}")`) })
      .locator('td')
      .allInnerTexts();
  const marks = (texts: readonly string[]) =>
    texts.flatMap((text, at) => (text === '' ? [] : [`${text} ${ids[at]}`]));
  expect(marks(await cells(CAUGHT[3]?.name))).toEqual([`● ${CAUGHT[3]?.catches}`]);
  expect(marks(await cells(CAUGHT[2]?.name))).toEqual(['· delete.200.status', '◐ delete.access.no-token']);
  expect(marks(await cells(CAUGHT[0]?.name))).toEqual([]);
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
