import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { CSS_BASE } from './css-base.ts';
import { CSS_PARTS } from './css-parts.ts';
import { CSS_TOKENS } from './css-tokens.ts';
import type { Html } from './text.ts';

const CSS = CSS_TOKENS + CSS_BASE + CSS_PARTS;

/** The page's style sheet. Our own text, and the only one that is not escaped. */
export const STYLE: Html = html`<style>${raw(CSS)}</style>`;

/** What the page may load and run: this one style sheet, and the empty icon. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(CSS).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
