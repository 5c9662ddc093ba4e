import gfm from 'cmark-gfm-js';
import { theBrowser } from '../browser.ts';

/** What a reader of the rendered text sees of it. */
export interface Shown {
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly string[];
  readonly summaries: readonly string[];
  /** Of each folded part the names of its elements. */
  readonly folded: readonly (readonly string[])[];
  /** What stands in no folded part. */
  readonly open: string;
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  readonly code: readonly string[];
  /** Every kind of element that is there. */
  readonly tags: readonly string[];
}

/** What GitHub's renderer makes of the text, as a browser reads that. */
export async function shown(markdown: string): Promise<Shown> {
  const page = await (await theBrowser()).newPage();
  const found = await page.evaluate<Shown>(`(() => {
    const { body } = new DOMParser().parseFromString(${JSON.stringify(gfm.convert(markdown))}, 'text/html');
    const all = (of, what) => [...of.querySelectorAll(what)];
    const folds = all(body, 'details');
    const result = {
      rows: all(body, 'tr').map((row) => [...row.cells].map((cell) => cell.textContent)),
      headings: all(body, 'h1, h2, h3').map((one) => one.textContent),
      paragraphs: all(body, 'p').map((one) => one.textContent),
      code: all(body, 'pre').map((one) => one.textContent),
      links: all(body, 'a').map((one) => one.getAttribute('href')),
      summaries: all(body, 'summary').map((one) => one.textContent),
      folded: folds.map((one) => [...one.children].map(({ localName }) => localName)),
      tags: [...new Set(all(body, '*').map(({ localName }) => localName))].sort(),
    };
    for (const one of folds) one.remove();
    return { ...result, open: body.textContent };
  })()`);
  await page.close();
  return found;
}
