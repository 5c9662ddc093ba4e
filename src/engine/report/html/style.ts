import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { CSS_ANSWER } from './css-answer.ts';
import { CSS_BASE } from './css-base.ts';
import { CSS_PARTS } from './css-parts.ts';
import { CSS_TOKENS } from './css-tokens.ts';
import type { Html } from './text.ts';

const CSS = CSS_TOKENS + CSS_BASE + CSS_PARTS + CSS_ANSWER;

/** A page's style sheet: that of every page, and more. Our own text, and the only one that is not escaped. */
export function styleOf(more = ''): Html {
  return html`<style>${raw(CSS + more)}</style>`;
}

/** What such a page may load and run: this one style sheet, and the empty icon. */
export function policyOf(more = ''): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256')
      .update(CSS + more)
      .digest('base64')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
