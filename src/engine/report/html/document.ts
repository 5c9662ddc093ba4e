import { html } from 'hono/html';
import { ICONS } from './icons.ts';
import { policyOf, styleOf } from './style.ts';
import type { Html } from './text.ts';

/** What a page has beside its content. */
export interface Frame {
  readonly title: string;
  /** What the link says that leads past the header to `#main`. */
  readonly skip: string;
  /** A style sheet of its own, beside that of every page. */
  readonly style?: string;
}

/** The text of a whole page without scripts that loads nothing. */
export function documentOf({ title, skip, style = '' }: Frame, content: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
${styleOf(style)}
</head>
<body>
<a class="skip" href="#main">${skip}</a>
${ICONS}
<div class="page">
${content}</div>
</body>
</html>
`;
  return page.toString();
}
