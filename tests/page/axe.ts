import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const require = createRequire(import.meta.url);

/** Which of its rules: all, those of contrast alone, or all but those. */
export type AxeRules = 'all' | 'contrast' | 'structure';

const OPTIONS: Readonly<Record<AxeRules, string>> = {
  all: '{}',
  contrast: "{ runOnly: ['color-contrast'] }",
  structure: "{ rules: { 'color-contrast': { enabled: false } } }",
};

/** What is said of each broken rule of axe-core: its id, and where it was broken. */
export async function axeViolations(page: Page, rules: AxeRules = 'all'): Promise<readonly string[]> {
  // The page's policy holds for what the page does, not for what is evaluated in it from outside.
  if (await page.evaluate<boolean>('window.axe === undefined')) await page.evaluate(source());
  return page.evaluate<string[]>(`axe
    .run(document, { resultTypes: ['violations'], ...${OPTIONS[rules]} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}

let text: string | null = null;

function source(): string {
  text ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  return text;
}
