import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { CSS_BASE } from './css-base.ts';
import { CSS_TOKENS } from './css-tokens.ts';
import type { Html } from './text.ts';

const CSS = CSS_TOKENS + CSS_BASE;

/** Puts a button above each command that copies it; where that is not allowed the command is marked instead. */
const COPY = `for(const p of document.querySelectorAll('pre.curl')){const b=document.createElement('button');b.type='button';b.className='copy';b.textContent='Copy';b.onclick=async()=>{try{await navigator.clipboard.writeText(p.textContent);b.textContent='Copied'}catch{getSelection().selectAllChildren(p);b.textContent='Marked: press Ctrl+C'}};p.before(b)}`;

/** A page's style sheet: that of every page, and more. Our own text, and with the script the only one that is not escaped. */
export function styleOf(more = ''): Html {
  return html`<style>${raw(CSS + more)}</style>`;
}

/** The one script that a page may have. */
export function copyScript(): Html {
  return html`<script>${raw(COPY)}</script>`;
}

/** What such a page may load and run: this one style sheet, its icon, and the script where it has that. */
export function policyOf(more = '', copies = false): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(CSS + more)}'`,
    ...(copies ? [`script-src '${hashOf(COPY)}'`] : []),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
