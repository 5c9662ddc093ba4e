/**
 * Has Playwright, in this process and those that it starts, do without its loader of ES modules and TypeScript: all that
 * a run loads was built, and it starts in two thirds of the time.
 */
export function loadOnlyBuilt(): void {
  process.env['PW_DISABLE_TS_ESM'] = '1';
}

/**
 * Tells `--reporter=html`, which knows no configuration of ours, where its page belongs, how it is called, and that it
 * offers no prompt for a model; unless the user has.
 */
export function prepareHtmlPage({
  folder,
  title,
}: {
  readonly folder: string;
  readonly title: string;
}): void {
  process.env['PLAYWRIGHT_HTML_OUTPUT_DIR'] ??= folder;
  process.env['PLAYWRIGHT_HTML_TITLE'] ??= title;
  process.env['PLAYWRIGHT_HTML_NO_COPY_PROMPT'] ??= '1';
}
