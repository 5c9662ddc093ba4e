import { expect, type Page } from '@playwright/test';
import type { Verdict } from '../../src/engine/model/verdict.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { openPage } from '../report/open-page.ts';
import { brokenAnchors, headingLevels, lowContrast, openAll, overflow } from '../report/page-checks.ts';
import { longIf } from '../slow.ts';
import { axeViolations } from './axe.ts';
import { GALLERY, type PageName } from './gallery.ts';
import { printed } from './printed.ts';

const WIDTHS = [1280, 360, 768, 1920];
const HEIGHT = 900;

/** The pages that axe looks at in every way; at the others it looks once, when all is open. */
const IN_FULL: readonly PageName[] = ['red by twelve', 'waived', 'throttled'];

/** How the sentence at the head begins. */
const SENTENCES: Readonly<Record<Verdict, string>> = {
  conformant: 'Nothing was found against it',
  'conformant-with-waivers': 'Nothing was found against it',
  'non-conformant': 'Do not ship on this',
  inconclusive: 'Cannot say',
};

async function fits(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect([width, ...(await overflow(page))]).toEqual([width, 0, []]);
  }
}

/** In light and in dark, at 360 and at 1280; what is no colour is the same in both. */
async function passesAxe(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: HEIGHT });
    const found = [await axeViolations(page, 'structure')];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(await axeViolations(page, 'contrast'));
    }
    expect([width, ...found]).toEqual([width, [], [], []]);
  }
}

/** These show more of what another one shows. */
const ALIKE: readonly PageName[] = [
  ...(['mock', 'red by one', 'red again', 'a page of a gateway', 'strict', 'green after waits'] as const),
  ...(['refused credentials', 'the install failed', "somebody else's"] as const),
];

/** As many characters as a page may have that is no normal one. */
const MOST_OF_OTHERS = 1_000_000;
const OTHERS: readonly PageName[] = ['hostile', 'a body of 4 MB'];

for (const [name, make] of Object.entries(GALLERY)) {
  const isAlike = ALIKE.some((one) => one === name);
  const most = OTHERS.some((one) => one === name) ? MOST_OF_OTHERS : 400_000;
  const isInFull = IN_FULL.some((one) => one === name);

  test(`${name}: the page says what it has to, fits, can be read, and prints${longIf(isAlike)}`, async () => {
    const { html, input } = await make();
    const { report } = input;
    const viewport = { width: 1280, height: HEIGHT };
    const { page, trouble } = await openPage(await theBrowser(), html, { viewport });
    const header = page.getByRole('banner');
    await expect(header).toHaveCount(1);
    expect((await header.boundingBox())?.height).toBeLessThanOrEqual(260);
    await expect(header.locator('.ship')).toHaveText(new RegExp(`^${SENTENCES[report.verdict]}`));
    await expect(header.locator('.mode')).toHaveText(report.target.mock ? /^MOCK / : /^LIVE$/);
    await expect(page.locator('tbody tr[class^="o-"]')).toHaveCount(report.requirements.length);
    expect(await brokenAnchors(page)).toEqual([]);
    const levels = await headingLevels(page);
    expect(levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1)).toEqual([]);
    expect(html.length).toBeLessThanOrEqual(most);
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThanOrEqual(6000);
    await fits(page);
    if (isInFull) await passesAxe(page);

    // A page has to be light on paper however its reader likes it on a screen.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(viewport);
    expect(await lowContrast(page)).toEqual([]);
    const sheets = await printed(page);
    expect(sheets.length).toBeLessThanOrEqual(10);
    expect(sheets.slice(0, -1).filter(({ filled }) => filled < 0.5)).toEqual([]);

    await openAll(page);
    await fits(page);
    if (isInFull) await passesAxe(page);
    else expect(await axeViolations(page, 'structure')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await lowContrast(page)).toEqual([]);
    expect(await page.evaluate('window.__pwned')).toBeUndefined();
    expect(trouble).toEqual([]);
    await page.context().close();
  });
}

test('waits, a pool that is emptied, and notes that are alike are told in one line each @slow', async () => {
  const waits = await GALLERY['green after waits']();
  expect(waits.html).toMatch(/gone after (?:\d+ ms|\d\.\d s), asked \d+ times/);
  const emptied = await GALLERY['10,000 gone']();
  expect(emptied.html).toMatch(/All 10,000 others are gone: .* and 9,997 more/);
  expect(emptied.html).toContain('10,000 of them: missing');
  expect(emptied.html).toContain('10,000 other plug-ins of the pool not as before');
  const noted = await GALLERY['forty notes']();
  expect(noted.input.report.notes.length).toBeGreaterThan(30);
  const notes = noted.html.split('<section id="notes"')[1]?.split('</section>')[0] ?? '';
  expect(notes.match(/<li>/g)?.length).toBeLessThan(10);
});
