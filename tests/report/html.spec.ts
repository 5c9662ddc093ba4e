import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { reportHtml } from '../../src/engine/report/html.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { openPage } from './open-page.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { brokenAnchors, headingLevels, lowContrast, openAll, overflow } from './page-checks.ts';
import { EXCHANGES } from './sample-exchanges.ts';
import { FULL } from './sample-full.ts';

const SAMPLES = { FULL, CONFORMANT, UNREACHABLE };
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
  const { page } = await openPage(await theBrowser(), FULL);
  const failed = FULL.report.requirements.filter(({ outcome }) => outcome === 'failed');
  expect(failed.length).toBeGreaterThan(4);
  for (const { id, clause, findings } of failed) {
    const row = page.locator(`tr[id="${id}"]`);
    await expect(row.getByText(clause)).toBeVisible();
    const [{ expected, exchange } = {}] = findings;
    const [plain = ''] = expected?.split(' <') ?? [];
    if (expected !== undefined) await expect(row.locator('.expected')).toContainText(plain.slice(0, 20));
    if (expected !== undefined) await expect(row.locator('.actual')).toBeVisible();
    const card = page.locator('#broken article').filter({ has: row });
    if (exchange === undefined) continue;
    await openAll(page);
    await expect(card.locator('.curl')).toContainText("--request 'DELETE'");
  }
  await page.context().close();
});

test('what broke says how it was read and on what; a row why the requirement was not seen to hold @slow', async () => {
  const { page } = await openPage(await theBrowser(), FULL);
  const told = page.locator('#broken tr[id="delete.404.body.type"]');
  await expect(told.locator('.how p').first()).toBeHidden();
  await told.getByText('how it is read').click();
  await expect(told.locator('.how p').first()).toContainText('It is read so.');
  await expect(told.locator('td').last()).toContainText('Breaks a sibling page: The sibling pages have');
  await expect(told.getByRole('link', { name: 'request-body' })).toHaveAttribute(
    'href',
    '#reading-request-body',
  );
  await expect(told).toContainText('of-earlier-versions');
  const row = page.locator('tr[id="delete.404.body.errors.allowed.length"]');
  await expect(row.locator('.why')).toContainText('In every 404 that came errors.allowed is not an object.');
  await expect(row.locator('.why a')).toHaveAttribute('href', '#delete.404.body.errors.allowed');
  const ruled = page.locator('tr[id="delete.method.put"] .why');
  await expect(ruled).toHaveText('NOTES_SOURCE is existing.');
  await page.context().close();
  const { target, scenarios } = FULL.report;
  const given = {
    ...FULL.report,
    target: { ...target, source: 'existing' as const },
    scenarios: scenarios.map((one) => ({ ...one, state: 'not-applicable' as const, blocked: null })),
  };
  const section =
    reportHtml({ ...FULL, report: given })
      .split('id="scenarios"')
      .at(-1) ?? '';
  expect(section.match(/<code>NOTES_SOURCE<\/code> is <code>existing<\/code>/g)).toHaveLength(
    scenarios.length,
  );
});

test('what is new, the last runs, waits, times, what proves a requirement and the sums are told @slow', async () => {
  const { page } = await openPage(await theBrowser(), FULL);
  await expect(page.locator('.changed')).toContainText('Since 16 March 12:29: 1 new, 1 still, 0 fixed');
  await expect(page.locator('.strip rect')).toHaveCount(4);
  await expect(page.getByRole('img', { name: /^The last 4 runs: conformant, non-conformant/ })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('1 note of this run left in the notebook');
  await expect(page.locator('#run .waits a')).toContainText(['after 12.3 s, asked 1,234 times']);
  await expect(page.locator('#run .timings td')).toContainText([
    '</style>',
    '10,000',
    '1 ms',
    '2 ms',
    '3.0 s',
  ]);
  await expect(page.locator('li[id="proof-delete.404.body.title"]')).toContainText('2: title-number,');
  await expect(page.locator('#facts')).toContainText('3f'.repeat(32));
  await expect(page.locator('#fields .tree')).toHaveCount(2);
  await expect(page.locator('#waived tr').filter({ hasText: 'A. Person' })).toHaveCount(3);
  await expect(page.locator('#evidence .status.none').first()).toBeVisible();
  await expect(page.locator('.effect li')).toContainText(['Before', 'Then', 'later']);
  await page.context().close();
});

test('the member that a finding points at is marked in the body, with the finding below it @slow', async () => {
  const { page } = await openPage(await theBrowser(), FULL);
  const answer = page
    .locator('#broken article', { has: page.locator('tr[id="delete.404.body.type"]') })
    .locator('.answer');
  await expect(answer.locator('mark').first()).toHaveText(/^\s*"type": "gone",\s*$/);
  await expect(answer.locator('mark + .comment').nth(1)).toHaveText(
    /^↑ `?title`? is no string: expected a string · delete\.404\.body\.title\s*$/,
  );
  await expect(answer.locator('mark').first()).toBeVisible();
  const shown = `document.querySelector('.answer')`;
  expect(await page.evaluate<number>(`${shown}.scrollHeight - ${shown}.clientHeight`)).toBe(0);
  await page.context().close();
});

test('hostile text is there to be read, as text @slow', async () => {
  const { page } = await openPage(await theBrowser(), FULL);
  const row = page.locator('tr[id="delete.access.wrong-token"]');
  await expect(row.locator('td').last()).toContainText('<script>window.__pwned = 1; alert(1)</script>');
  await expect(row.locator('.actual')).toContainText('\\u001b[31mred');
  await expect(row.locator('.actual')).toContainText('user\\u202etxt.exe');
  expect(reportHtml(FULL)).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  await page.context().close();
});

test('a run says whether it was live, and one against the mock in large letters @slow', async () => {
  for (const [input, count] of [
    [CONFORMANT, 1],
    [UNREACHABLE, 1],
    [FULL, 0],
  ] as const) {
    const { page } = await openPage(await theBrowser(), input);
    await expect(page.locator('.mode.mock')).toHaveCount(count);
    await expect(page.getByText('LIVE', { exact: true })).toHaveCount(1 - count);
    await page.context().close();
  }
  const { page } = await openPage(await theBrowser(), UNREACHABLE);
  await expect(page.locator('.mock strong')).toHaveText('MOCK');
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
    `${FULL.report.requirements.length} requirements`,
  );
  await page.context().close();
});

test('the policy lets the style sheet through and nothing else @slow', async () => {
  const { page } = await openPage(await theBrowser(), FULL);
  const ground = 'getComputedStyle(document.body).backgroundColor';
  expect(await page.evaluate(ground)).toBe('rgb(245, 246, 248)');
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { background: red }' }))`,
  );
  expect(await page.evaluate(ground)).toBe('rgb(245, 246, 248)');
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const scripts = [...reportHtml(FULL).matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);
  expect(scripts).toHaveLength(1);
  expect(scripts[0]?.length).toBeLessThanOrEqual(1024);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  expect(policy).toContain(`script-src 'sha256-${hash}'`);
  await page.context().close();
});

test('waiting is shown by its last poll, a large body by its beginning, and the page stays small', () => {
  const text = reportHtml(FULL);
  expect(text.match(/id="exchange-\d+"/g)?.length).toBe(EXCHANGES.length - 9);
  expect(text).toContain('asked 10 times');
  expect(text).toContain('of 5.0 MiB');
  expect(text.length).toBeLessThan(250_000);
  const polls = EXCHANGES.slice(2, 3);
  const probes = EXCHANGES.slice(12, 13);
  const many = Array.from({ length: 500 }, () => [...polls, ...probes]).flat();
  const long = reportHtml({ ...FULL, exchanges: many.map((one, index) => ({ ...one, index })) });
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
