import { html } from 'hono/html';
import type { Body, Condensed } from '../../model/exchange.ts';
import { beginning, visible } from '../inert.ts';
import { bytesText } from '../words.ts';
import { jsonLines } from './json-lines.ts';
import type { Html } from './text.ts';

/** As many characters of a body as the page shows. */
export const MOST_OF_A_BODY = 16 * 1024;

/** A text this short is shown as it came: `{ }` is not `{}`. */
const SHORT = 60;

/** As many bytes of a body that is no text. */
const MOST_BYTES = 256;

/** A response's body, whole where it is short. */
export function responseBody(body: Body, most: number): Html {
  const remarks = bodyRemarks(body);
  if (isUnkept(body) || (body.unrecorded !== undefined && body.data === '')) return remarks;
  const { encoding, data } = body;
  const content = encoding === 'base64' ? hexDump(Buffer.from(data, 'base64')) : textBody(data, most);
  return html`${remarks}${content}`;
}

/** Whether nothing of a body was kept but the sentence that says so. */
export function isUnkept({ notKept, condensed }: Body): boolean {
  return notKept !== undefined && condensed === undefined;
}

/** What is said before a body is shown: what of it is lacking, and why. */
export function bodyRemarks(body: Body): Html {
  const { encoding, data, codingError, truncated, condensed, notKept, unrecorded } = body;
  const remarks = isUnkept(body)
    ? [notKept ?? '']
    : [
        ...(codingError === undefined ? [] : [`Shown as it came: ${codingError}.`]),
        ...(truncated === undefined ? [] : ['Only the beginning of the body was read.']),
        ...(notKept === undefined ? [] : [notKept]),
        ...(unrecorded === undefined ? [] : [unrecorded]),
        ...(condensed === undefined ? [] : [condensedRemark(condensed, notKept !== undefined)]),
        ...(encoding === 'base64'
          ? [`${bytesText(Buffer.byteLength(data, encoding))} that are no UTF-8 text.`]
          : []),
      ];
  return html`${remarks.map((remark) => html`<p class="remark">${visible(remark)}</p>`)}`;
}

/** What is said of a body that was too long to be kept in memory. */
function condensedRemark({ bytes, state, items, whole }: Condensed, isTold: boolean): string {
  const kept = state === 'json' ? 'the parts of it that were judged' : 'the beginning of it';
  const entries = items === undefined ? '' : ' without the entries of the List';
  const place = whole === null ? 'The run had kept as much as it may' : 'evidence.har has it whole';
  return `The body has ${bytesText(bytes)}; shown are ${kept}${entries}.${isTold ? '' : ` ${place}.`}`;
}

/** A body that is text; pretty where it is JSON, cut where it is long. */
export function textBody(text: string, most = MOST_OF_A_BODY): Html {
  if (text === '') return html`<p class="remark">The body is empty.</p>`;
  if (text.length > most) {
    const size = bytesText(Buffer.byteLength(text));
    return html`<p class="remark">The first ${bytesText(most)} of ${size}; <code>evidence.har</code> has it whole.</p>
<pre class="body" tabindex="0">${visible(beginning(text, most))}</pre>`;
  }
  const lines = text.length <= SHORT ? null : jsonLines(text);
  const content = lines === null ? text : lines.map((line) => `${line}\n`).join('');
  return html`<pre class="body" tabindex="0">${visible(content)}</pre>`;
}

/** The first bytes of a body that is no text, in hexadecimal and as characters. */
export function hexDump(bytes: Buffer): Html {
  const rows: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, MOST_BYTES); at += 16) {
    const row = bytes.subarray(at, Math.min(at + 16, MOST_BYTES));
    const hex = [...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = [...row].map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    rows.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${text}`);
  }
  const more = bytes.length > MOST_BYTES ? '\n…' : '';
  return html`<pre class="body hex" tabindex="0">${rows.join('\n')}${more}</pre>`;
}
