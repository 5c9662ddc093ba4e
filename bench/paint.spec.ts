import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { theBrowser } from '../tests/browser.ts';
import { test } from '../tests/own-test.ts';
import { GALLERY } from '../tests/page/gallery.ts';

const ROUNDS = 7;

/** Runs in the page: when the browser first painted something of it, in milliseconds after it was asked for. */
const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list, observer) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name !== 'first-contentful-paint') continue;
      observer.disconnect();
      resolve(startTime);
    }
  }).observe({ type: 'paint', buffered: true });
})`;

for (const name of ['green', 'red by twelve'] as const) {
  test(`${name} @slow`, async () => {
    const { html } = await GALLERY[name]();
    const file = test.info().outputPath('page.html');
    writeFileSync(file, html);
    const browser = await theBrowser();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      times.push(await page.evaluate<number>(FIRST_PAINT));
      await context.close();
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    expect(median).toBeGreaterThan(0);
    const size = `${Math.round(html.length / 1000)} kB`;
    process.stdout.write(
      `first paint ${String(Math.round(median)).padStart(4)} ms   of the page that is ${name}, ${size}, median of ${ROUNDS}\n`,
    );
  });
}
