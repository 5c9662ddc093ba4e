import type { Page } from '@playwright/test';

/** Runs in the page: texts whose contrast with their ground is below 4.5 (3 for large ones), with both colours. */
const LOW_CONTRAST = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const groundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const ground = parse(getComputedStyle(at).backgroundColor);
      if (ground.length === 3 || ground[3] === 1) return ground;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(parse(style.color)), light(groundOf(element))].sort((x, y) => y - x);
    const isLarge = parseFloat(style.fontSize) >= 24;
    if ((a + 0.05) / (b + 0.05) < (isLarge ? 3 : 4.5)) {
      low.push(node.data.trim().slice(0, 40) + ' ' + style.color + ' on ' + groundOf(element));
    }
  }
  return low;
})()`;

/** Runs in the page: opens everything that can be opened. */
const OPEN_ALL = `document.querySelectorAll('details').forEach((details) => { details.open = true; })`;

/** Runs in the page: elements that stick out of the window, but for what is put out of sight on purpose. */
const STICKING_OUT = `[...document.querySelectorAll('body *')]
  .filter((element) => !element.closest('.skip, thead, nav ul, svg, .hex'))
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .map((element) => element.tagName + '.' + element.className)`;

/** Texts of too low a contrast. */
export async function lowContrast(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(LOW_CONTRAST);
}

/** Opens every `details`. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(OPEN_ALL);
}

/** How much wider than the window the page is, and what sticks out. */
export async function overflow(page: Page): Promise<readonly [wider: number, elements: readonly string[]]> {
  const root = 'document.documentElement';
  const wider = await page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
  return [wider, await page.evaluate<string[]>(STICKING_OUT)];
}

/** The levels of the headings, in order. */
export async function headingLevels(page: Page): Promise<readonly number[]> {
  return page.evaluate<number[]>(
    `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.tagName[1]))`,
  );
}

/** Links within the page that lead nowhere, and ids that stand twice. */
export async function brokenAnchors(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    const links = [...document.querySelectorAll('[href^="#"]')].map((link) => link.getAttribute('href').slice(1));
    const labels = [...document.querySelectorAll('[aria-labelledby]')].map((one) => one.getAttribute('aria-labelledby'));
    return [...twice, ...[...links, ...labels].filter((id) => !ids.includes(id))];
  })()`);
}
