import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { reportHtml } from '../../src/engine/report/html.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { openPage } from './open-page.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { brokenAnchors, headingLevels, lowContrast, openAll, overflow } from './page-checks.ts';
import { SAMPLE } from './sample.ts';
import { EXCHANGES } from './sample-exchanges.ts';

const SAMPLES = { SAMPLE, CONFORMANT, UNREACHABLE };
const WINDOWS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

for (const [name, input] of Object.entries(SAMPLES)) {
  for (const viewport of WINDOWS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name} at ${viewport.width}, ${colorScheme}: loads nothing, runs nothing, fits, is readable @slow`, async () => {
        const { page, trouble } = await openPage(await theBrowser(), input, { viewport, colorScheme });
        await openAll(page);
        expect(await page.evaluate('window.__pwned')).toBeUndefined();
        expect(await overflow(page)).toEqual([0, []]);
        expect(await lowContrast(page)).toEqual([]);
        expect(trouble).toEqual([]);
        await page.context().close();
      });
    }
  }

  test(`${name}: headings in order, anchors that lead somewhere, one for each requirement @slow`, async () => {
    const { page } = await openPage(await theBrowser(), input);
    const levels = await headingLevels(page);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)).toEqual([]);
    expect(await brokenAnchors(page)).toEqual([]);
    const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(({ id }) => id)');
    expect(input.report.requirements.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    for (const landmark of ['banner', 'navigation', 'main', 'contentinfo'] as const) {
      await expect(page.getByRole(landmark)).toHaveCount(1);
    }
    await page.context().close();
  });
}

test('every violation shows title, clause, expected, actual and the command that repeats it @example-browser', async () => {
  const { page } = await openPage(await theBrowser(), SAMPLE);
  const failed = SAMPLE.report.requirements.filter(({ outcome }) => outcome === 'failed');
  expect(failed.length).toBeGreaterThan(4);
  for (const { id, clause, findings } of failed) {
    const card = page.locator(`#violations article[id="${id}"]`);
    await expect(card.getByText(clause)).toBeVisible();
    const [{ expected, exchange } = {}] = findings;
    if (expected !== undefined) await expect(card.locator('.expected dd').first()).toHaveText(expected);
    if (expected !== undefined) await expect(card.locator('.actual dd').first()).toBeVisible();
    if (exchange !== undefined) await expect(card.locator('.curl').first()).toBeVisible();
  }
  await page.context().close();
});

test('a card has the basis of each finding and the readings; a row why the requirement was not seen to hold @slow', async () => {
  const { page } = await openPage(await theBrowser(), SAMPLE);
  const card = page.locator('article[id="delete.404.body.type"]');
  await expect(card.locator('.finding .at').last()).toContainText(
    'Basis a sibling page: The sibling pages have',
  );
  await expect(card.locator('header')).not.toContainText('the page under test');
  await expect(card.getByRole('link', { name: 'request-body' })).toHaveAttribute(
    'href',
    '#reading-request-body',
  );
  await expect(card.locator('header')).toContainText('of-earlier-versions');
  await openAll(page);
  const row = page.locator('tr[id="delete.404.body.errors.allowed.length"]');
  await expect(row.locator('.why')).toContainText('In every 404 that came errors.allowed is not an object.');
  await expect(row.locator('.why a')).toHaveAttribute('href', '#delete.404.body.errors.allowed');
  const ruled = page.locator('tr[id="delete.method.put"] .why');
  await expect(ruled).toHaveText('NOTES_SOURCE is existing.');
  await page.context().close();
  const { target, scenarios } = SAMPLE.report;
  const given = {
    ...SAMPLE.report,
    target: { ...target, source: 'existing' as const },
    scenarios: scenarios.map((one) => ({ ...one, state: 'not-applicable' as const, blocked: null })),
  };
  const section =
    reportHtml({ ...SAMPLE, report: given })
      .split('id="scenarios"')
      .at(-1) ?? '';
  expect(section.match(/<code>NOTES_SOURCE<\/code> is <code>existing<\/code>/g)).toHaveLength(
    scenarios.length,
  );
});

test('the member that a finding points at is marked in the body, with the finding below it @slow', async () => {
  const { page } = await openPage(await theBrowser(), SAMPLE);
  const answerOf = (id: string) => page.locator(`article[id="delete.404.${id}"] .answer`);
  await expect(answerOf('body.type').locator('mark')).toHaveText(/^\s*"type": "gone",\s*$/);
  await expect(answerOf('body.title').locator('mark + .comment')).toHaveText(
    /^↑ `?title`? is no string: expected a string · delete\.404\.body\.title\s*$/,
  );
  await expect(answerOf('body.title').locator('mark')).toBeVisible();
  const answer = `document.querySelector('.answer')`;
  expect(await page.evaluate<number>(`${answer}.scrollHeight - ${answer}.clientHeight`)).toBe(0);
  await page.context().close();
});

test('hostile text is there to be read, as text @slow', async () => {
  const { page } = await openPage(await theBrowser(), SAMPLE);
  const card = page.locator('article[id="delete.access.wrong-token"]');
  await expect(card.locator('.finding p').first()).toContainText(
    '<script>window.__pwned = 1; alert(1)</script>',
  );
  await expect(card.locator('.actual dd')).toContainText('\\u001b[31mred');
  await expect(card.locator('.actual dd')).toContainText('user\\u202etxt.exe');
  expect(reportHtml(SAMPLE)).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  await page.context().close();
});

test('only a run against the mock says so, in large letters @slow', async () => {
  for (const [input, count] of [
    [CONFORMANT, 1],
    [UNREACHABLE, 1],
    [SAMPLE, 0],
  ] as const) {
    const { page } = await openPage(await theBrowser(), input);
    await expect(page.locator('.mock')).toHaveCount(count);
    await page.context().close();
  }
  const { page } = await openPage(await theBrowser(), UNREACHABLE);
  await expect(page.locator('.mock strong')).toHaveText('Mock run');
  await expect(page.locator('.mock')).toContainText('hangs-up');
  const size = await page.evaluate<string>(
    'getComputedStyle(document.querySelector(".mock strong")).fontSize',
  );
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(24);
  await page.context().close();
});

test('one cause of many open requirements is told once @slow', async () => {
  const { page } = await openPage(await theBrowser(), UNREACHABLE);
  await expect(page.locator('#inconclusive article')).toHaveCount(1);
  await expect(page.locator('#inconclusive summary')).toContainText(
    `${SAMPLE.report.requirements.length} requirements`,
  );
  await page.context().close();
});

test('the policy lets the style sheet through and nothing else @slow', async () => {
  const { page } = await openPage(await theBrowser(), SAMPLE);
  const ground = 'getComputedStyle(document.body).backgroundColor';
  expect(await page.evaluate(ground)).toBe('rgb(245, 246, 248)');
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { background: red }' }))`,
  );
  expect(await page.evaluate(ground)).toBe('rgb(245, 246, 248)');
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  await page.context().close();
});

test('waiting is shown by its last poll, a large body by its beginning, and the page stays small', () => {
  const text = reportHtml(SAMPLE);
  expect(text.match(/id="exchange-\d+"/g)?.length).toBe(EXCHANGES.length - 9);
  expect(text).toContain('9 more');
  expect(text).toContain('of 5.0 MiB');
  expect(text.length).toBeLessThan(250_000);
  const polls = EXCHANGES.slice(2, 3);
  const probes = EXCHANGES.slice(12, 13);
  const many = Array.from({ length: 500 }, () => [...polls, ...probes]).flat();
  const long = reportHtml({ ...SAMPLE, exchanges: many.map((one, index) => ({ ...one, index })) });
  expect(long.length).toBeLessThan(1_000_000);
});

test('text that is not escaped comes from one file', () => {
  const room = new URL('../../src/', import.meta.url);
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:engine|trials)\/report\/.*\.ts$/.test(name),
  );
  const raw = files.filter((name) => /\braw\(/.test(readFileSync(new URL(name, room), 'utf8')));
  expect(raw).toEqual(['engine/report/html/style.ts']);
});
