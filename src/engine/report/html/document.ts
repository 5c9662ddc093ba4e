import { html } from 'hono/html';
import type { Outcome } from '../../model/requirement.ts';
import { ICONS, tabIcon } from './icons.ts';
import { copyScript, policyOf, styleOf } from './style.ts';
import type { Html } from './text.ts';

/** What a page has beside its content. */
export interface Frame {
  readonly title: string;
  /** What the link says that leads past the header to `#main`. */
  readonly skip: string;
  /** A style sheet of its own, beside that of every page. */
  readonly style?: string;
  /** The outcome whose mark the tab wears. */
  readonly icon?: Outcome;
  /** True where it has commands to be copied. */
  readonly copies?: boolean;
}

/** The text of a whole page that loads nothing, without a script but the one that copies commands. */
export function documentOf({ title, skip, style = '', icon, copies = false }: Frame, content: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, copies)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="${icon === undefined ? 'data:,' : tabIcon(icon)}">
${styleOf(style)}
</head>
<body>
<a class="skip" href="#main">${skip}</a>
${ICONS}
<div class="page">
${content}</div>
${copies ? copyScript() : ''}</body>
</html>
`;
  return page.toString();
}
