/**
 * Has Playwright, in this process and those that it starts, do without its loader of ES modules and TypeScript: all that
 * a run loads was built, and it starts in two thirds of the time.
 */
export function loadOnlyBuilt(): void {
  process.env['PW_DISABLE_TS_ESM'] = '1';
}

/** Tells `--reporter=html` where its page belongs, which knows no folder of ours, unless the user has. */
export function placeHtmlPage(folder: string): void {
  process.env['PLAYWRIGHT_HTML_OUTPUT_DIR'] ??= folder;
}
