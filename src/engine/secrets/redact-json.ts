import { createScanner } from 'jsonc-parser';
import { TOKEN } from '../json-tokens.ts';
import type { FindSecrets } from './find-secrets.ts';
import type { Found } from './look/found.ts';
import type { Range } from './multi-search.ts';
import { type Placeholders, withoutLookalikes } from './placeholders.ts';

/** Comments, which JSON does not have. */
const COMMENTS: readonly number[] = [TOKEN.lineComment, TOKEN.blockComment];

const BYTE_ORDER_MARK = '\uFEFF';

/** A character of a JSON string that is written as an escape. */
const ESCAPE = /\\(?:u[\da-fA-F]{4}|.)/g;

/** What is done with the secrets of a JSON text. */
export interface JsonSecrets {
  readonly find: FindSecrets;
  readonly placeholders: Placeholders;
}

/**
 * A JSON text without the secrets, with the structure that it had: a string stays a string and a number a number, whole
 * or not, of its sign; a name that was another stays another. Null where the text has no tokens of JSON, or where a
 * secret could not be taken out so.
 */
export function redactJson(text: string, { find, placeholders }: JsonSecrets, isCut = false): string | null {
  const found = find(text, isCut);
  if (found.length === 0 && !mayBeAlike(text)) return text;
  const from = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  let written = text.slice(0, from);
  let next = 0;
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    const [start, length] = [scanner.getTokenOffset(), scanner.getTokenLength()];
    const end = start + length;
    if (kind === TOKEN.unknown || COMMENTS.includes(kind) || Number(scanner.getTokenError()) !== 0)
      return null;
    while ((found[next]?.to ?? end) <= start) next += 1;
    const inside: Found[] = [];
    for (let at = next; (found[at]?.from ?? end) < end; at += 1) {
      const range = found[at];
      if (range !== undefined)
        inside.push({ ...range, from: Math.max(range.from - start, 0), to: Math.min(range.to, end) - start });
    }
    const token = text.slice(start, end);
    if (kind === TOKEN.string) written += redactString(token, inside, placeholders);
    else if (inside.length === 0) written += token;
    else if (kind === TOKEN.number) written += redactNumber(token, inside, { find, placeholders });
    // A secret that is made of what stands between the values: blanks mean nothing there.
    else if (kind === TOKEN.blanks || kind === TOKEN.lineBreak) written += ' ';
    else written += ` ${token} `;
  }
  return find(written, isCut).length === 0 ? written : null;
}

function redactString(token: string, found: readonly Found[], placeholders: Placeholders): string {
  if (found.length === 0 && !mayBeAlike(token)) return token;
  let written = '"';
  let after = 1;
  for (const { from, to, unlooked } of withWholeEscapes(token, found)) {
    const secret = decoded(token.slice(from, to));
    const instead = unlooked === true ? placeholders.ofUnlooked(secret) : placeholders.of(secret);
    written += asOthers(token.slice(after, from)) + instead;
    after = to;
  }
  return `${written}${asOthers(token.slice(after, -1))}"`;
}

/** A part of a string, as it was written where the target wrote nothing in it that looks like a placeholder. */
function asOthers(part: string): string {
  if (!mayBeAlike(part)) return part;
  const text = decoded(part);
  const other = withoutLookalikes(text);
  if (other === text) return part;
  // In ASCII, so that it is the same text in any encoding.
  return JSON.stringify(other)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whether a text may hold what looks like a placeholder, one of its characters perhaps as an escape. */
function mayBeAlike(text: string): boolean {
  return text.includes('[REDACTED') || /\\u00(?:5[24b]|4[1345])/i.test(text);
}

/** The ranges within the quotation marks, so that none begins or ends in an escape. */
function withWholeEscapes(token: string, found: readonly Found[]): readonly Found[] {
  const escapes = token.includes('\\') ? token.matchAll(ESCAPE) : [][Symbol.iterator]();
  let next = escapes.next();
  /** The beginning and the end of the escape that a place lies in; of no escape the place itself. */
  const around = (place: number): Range => {
    while (next.done !== true && next.value.index + next.value[0].length <= place) next = escapes.next();
    if (next.done === true || next.value.index >= place) return { from: place, to: place };
    return { from: next.value.index, to: next.value.index + next.value[0].length };
  };
  const whole: Found[] = [];
  for (const range of found) {
    const from = Math.max(around(Math.max(range.from, 1)).from, whole.at(-1)?.to ?? 1);
    const to = around(Math.min(range.to, token.length - 1)).to;
    if (from < to) whole.push({ ...range, from, to });
  }
  return whole;
}

function decoded(part: string): string {
  // Whole characters and escapes of a string.
  return part.includes('\\') ? String(JSON.parse(`"${part}"`)) : part;
}

/** Of what is a secret in a number, the digits from the first that is not 0 become others; zeros of a fraction become one. */
function redactNumber(token: string, found: readonly Range[], { find, placeholders }: JsonSecrets): string {
  const mark = token.search(/[.e]/i);
  const wholeUpTo = mark < 0 ? token.length : mark;
  let written = '';
  let after = 0;
  for (const { from, to } of found) {
    const secret = token.slice(from, to);
    const counting = secret.search(/[1-9]/);
    const first = counting < 0 ? secret.indexOf('0') : counting;
    if (first < 0) continue;
    const length = secret.slice(first).search(/\D/);
    const at = from + first;
    // A zero that stands first in a number stands alone; those at the end of a fraction say nothing.
    const isZero = counting < 0 && (at > wholeUpTo || !/\d/.test(token.charAt(at - 1)));
    written += token.slice(after, at) + (isZero ? '0' : placeholders.digitsFor(secret, find));
    after = length < 0 ? to : at + length;
  }
  return written + token.slice(after);
}
