import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { reportHtml } from '../../src/engine/report/html.ts';

const ADDRESS = 'http://report.test/';

/** A page of the report in a browser, and all that it did which a report must not do. */
export interface Opened {
  readonly page: Page;
  /** Console messages, errors, dialogs, and requests for anything but the page itself. */
  readonly trouble: readonly string[];
}

/** Opens the page of a report, or one whose text is given, in a new window; `headers`: what a server sends with it. */
export async function openPage(
  browser: Browser,
  input: ReportInput | string,
  options: BrowserContextOptions = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  const body = typeof input === 'string' ? input : reportHtml(input);
  const trouble: string[] = [];
  const page = await (await browser.newContext(options)).newPage();
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS)
      return route.fulfill({ headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body });
    trouble.push(`request: ${url}`);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, trouble };
}
