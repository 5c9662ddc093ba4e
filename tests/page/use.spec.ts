import { expect, type Page } from '@playwright/test';
import { tabIcon } from '../../src/engine/report/html/icons.ts';
import { reportHtml } from '../../src/engine/report/html.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { openPage } from '../report/open-page.ts';
import { lowContrast, openAll, overflow } from '../report/page-checks.ts';
import { GALLERY } from './gallery.ts';

const WIDE = { width: 1280, height: 900 };

/** Opens the page of the gallery in which twelve requirements are broken. */
async function twelve(options: { readonly headers?: Readonly<Record<string, string>> } = {}) {
  const { html, input } = await GALLERY['red by twelve']();
  const opened = await openPage(await theBrowser(), html, { viewport: WIDE }, options.headers);
  return { ...opened, html, input };
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)');
}

test('twelve broken requirements are told by four answers, on three and a half screens @slow', async () => {
  const { page, input } = await twelve();
  const sentence = '4 answers broke 12 of 77 requirements: the 200 to 2 DELETEs; the 400 to 14 DELETEs; ';
  await expect(page.locator('.reason')).toContainText(
    sentence.replace('77', `${input.report.requirements.length}`),
  );
  await expect(page.locator('#broken article')).toHaveCount(4);
  const told = page.locator('#broken tbody tr[id]');
  await expect(told).toHaveCount(12);
  expect((await told.last().boundingBox())?.y).toBeLessThanOrEqual(3500);
  await expect(page.locator('#broken .answer mark')).toHaveCount(9);
  await expect(page.locator('#broken .answer ins')).toHaveText([/^\s*\+ "creationTimestamp".*missing/]);
  await expect(page.locator('#broken').getByText(/the same in/)).toHaveCount(2);
  const icon = (await page.locator('link[rel="icon"]').getAttribute('href')) ?? '';
  expect(icon).toBe(tabIcon('failed'));
  expect(tabIcon('failed')).not.toBe(tabIcon('passed'));
  await page.context().close();
});

test('each filter is a labelled button and shows its rows alone, one of every outcome, level and source @slow', async () => {
  const { page, input } = await twelve();
  const { requirements } = input.report;
  const rows = page.locator('.all tbody tr:visible');
  const values = { Outcome: 'outcome', Level: 'level', Source: 'basis' } as const;
  for (const [legend, member] of Object.entries(values)) {
    const group = page.getByRole('group', { name: legend, exact: true });
    const labels = await group.getByRole('radio').count();
    let total = 0;
    for (let at = 1; at < labels; at += 1) {
      await group.getByRole('radio').nth(at).check();
      total += await rows.count();
    }
    // Each requirement is in one of them.
    expect([legend, total]).toEqual([legend, requirements.length]);
    await group.getByRole('radio', { name: 'all', exact: true }).check();
    for (const value of new Set(requirements.map((one) => one[member]))) {
      await expect(page.locator(`#${member}-${value}`)).toHaveCount(1);
    }
  }
  await page.getByRole('radio', { name: /^SHOULD/ }).check();
  await page.getByRole('radio', { name: /^violated/ }).check();
  await expect(rows).toHaveCount(0);
  await page.context().close();
});

test('a link opens what is folded around it, and shows a row that a filter hides @slow', async () => {
  const { page, input } = await twelve();
  const held = input.report.requirements.find(({ outcome }) => outcome === 'passed')?.id ?? '';
  await page.getByRole('radio', { name: /^violated/ }).check();
  await expect(page.locator(`tr[id="${held}"]`)).toBeHidden();
  await page.evaluate(`location.hash = ${JSON.stringify(held)}`);
  await expect(page.locator(`tr[id="${held}"]`)).toBeVisible();
  for (const id of ['exchange-5', `proof-${held}`]) {
    await expect(page.locator(`[id="${id}"]`)).toBeHidden();
    await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
    await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  }
  await page.context().close();
});

test('all of it is reached by the keyboard alone @slow', async () => {
  const { page } = await twelve();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('class="skip"');
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  // Behind the skip link the first that can be opened is how the first requirement is read.
  for (let at = 0; at < 8 && !(await focused(page)).startsWith('<summary'); at += 1)
    await page.keyboard.press('Tab');
  const folded = page.locator('#broken details').first();
  await expect(folded).not.toHaveAttribute('open');
  await page.keyboard.press('Enter');
  await expect(folded).toHaveAttribute('open');
  await page.locator('#outcome-all').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#outcome-failed')).toBeChecked();
  await expect(page.locator('.all tbody tr:visible')).toHaveCount(12);
  const unreachable = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('a[href], summary, input, button, pre')]
    .filter((one) => one.tabIndex < 0 && !one.closest('svg') && !(one.tagName === 'PRE' && one.scrollHeight <= one.clientHeight))
    .map(({ outerHTML }) => outerHTML.slice(0, 80))`);
  expect(unreachable).toEqual([]);
  await page.context().close();
});

test('it can be read at twice the size, and in colours that are forced @slow', async () => {
  const { page } = await twelve();
  await openAll(page);
  // A window of 1280 that is zoomed to 200 % has room for half as many pixels.
  await page.setViewportSize({ width: 640, height: 450 });
  expect(await overflow(page)).toEqual([0, []]);
  await page.setViewportSize(WIDE);
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await lowContrast(page)).toEqual([]);
  const bars = `[...document.querySelectorAll('.bar rect')].map((one) => getComputedStyle(one).fill)`;
  expect(new Set(await page.evaluate<string[]>(bars)).size).toBe(3);
  const border = `getComputedStyle(document.querySelector('.badge')).borderTopStyle`;
  expect(await page.evaluate(border)).toBe('solid');
  await page.context().close();
});

test('a command is copied by a button, where scripts run @slow', async () => {
  const { page } = await twelve();
  await page.locator('#broken').getByText('Repeat it').first().click();
  const button = page.getByRole('button', { name: 'Copy' }).first();
  await button.click();
  await expect(page.locator('button.copy').first()).toHaveText(/^(?:Copied|Marked: press Ctrl\+C)$/);
  await page.context().close();
});

test("under Jenkins' default policy it can be read, and nothing of it is black @slow", async () => {
  const policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";
  const { page } = await twelve({ headers: { 'content-security-policy': policy } });
  expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).not.toContain('system-ui');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Non-conformant');
  await expect(page.locator('button')).toHaveCount(0);
  expect(await page.evaluate('document.querySelector(".icon").getBoundingClientRect().width')).toBe(16);
  const black = `[...document.querySelectorAll('svg rect, svg.icon')]
    .filter((one) => one.closest('symbol') === null)
    .filter((one) => getComputedStyle(one).fill === 'rgb(0, 0, 0)').length`;
  expect(await page.evaluate(black)).toBe(0);
  expect(await page.evaluate('document.querySelector(".bar").getBoundingClientRect().height')).toBe(8);
  await page.context().close();
});

test('10,000 exchanges make a page of less than a megabyte @slow', async () => {
  const { input } = await GALLERY['red by twelve']();
  const { exchanges } = input;
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const one = exchanges[index % exchanges.length];
    if (one === undefined) throw new Error('The run has no exchange.');
    return { ...one, index };
  });
  const text = reportHtml({ ...input, exchanges: many });
  expect(text.length).toBeLessThanOrEqual(1_000_000);
  expect(text).toContain('10,000 requests');
});
