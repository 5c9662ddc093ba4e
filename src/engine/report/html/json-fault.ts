import { createScanner } from 'jsonc-parser';
import { TOKEN } from '../../json-tokens.ts';

/** The library's number for a string that does not end. */
const END_OF_STRING = 2;

/** What may come next. */
type Next = 'value' | 'value or ]' | 'name or }' | 'name' | ':' | ', or }' | ', or ]' | 'end';

const IN_WORDS: Readonly<Record<Next, string>> = {
  value: 'a value',
  'value or ]': 'a value or `]`',
  'name or }': 'a name in double quotes or `}`',
  name: 'a name in double quotes',
  ':': '`:`',
  ', or }': '`,` or `}`',
  ', or ]': '`,` or `]`',
  end: 'nothing more',
};

/** The first place where a text stops being one JSON text. */
export interface JsonFault {
  /** In UTF-16 units. */
  readonly offset: number;
  /** What stands there; empty where it is the end of the text. */
  readonly found: string;
  /** What would be right there, in words; null where what stands there is of the right kind and is itself malformed. */
  readonly expected: string | null;
}

/** The first fault of a JSON text by RFC 8259; null where it is one, however deep. */
export function jsonFault(text: string): JsonFault | null {
  const scanner = createScanner(text, false);
  /** Of each array or object that is open, whether it is an array. */
  const open: boolean[] = [];
  let next: Next = 'value';
  for (let kind: number = scanner.scan(); ; kind = scanner.scan()) {
    if (kind === TOKEN.blanks || kind === TOKEN.lineBreak) continue;
    const offset = scanner.getTokenOffset();
    if (kind === TOKEN.end)
      return next === 'end' ? null : { offset: text.length, found: '', expected: IN_WORDS[next] };
    const after = afterToken(kind, next, open);
    const found = text.slice(offset, offset + scanner.getTokenLength());
    if (after === null) return { offset, found, expected: IN_WORDS[next] };
    const error = scanner.getTokenError();
    if (error !== 0) return malformed(text, offset, found, kind === TOKEN.string, error);
    next = after;
  }
}

/** What may come after a token; null where it may not stand here itself. */
function afterToken(kind: number, next: Next, open: boolean[]): Next | null {
  const closed = (): Next => {
    const inner = open.at(-1);
    if (inner === undefined) return 'end';
    return inner ? ', or ]' : ', or }';
  };
  const takesValue = next === 'value' || next === 'value or ]';
  switch (kind) {
    case TOKEN.openBrace:
    case TOKEN.openBracket:
      if (!takesValue) return null;
      open.push(kind === TOKEN.openBracket);
      return kind === TOKEN.openBracket ? 'value or ]' : 'name or }';
    case TOKEN.closeBrace:
      if (next !== 'name or }' && next !== ', or }') return null;
      open.pop();
      return closed();
    case TOKEN.closeBracket:
      if (next !== 'value or ]' && next !== ', or ]') return null;
      open.pop();
      return closed();
    case TOKEN.comma:
      if (next === ', or }') return 'name';
      return next === ', or ]' ? 'value' : null;
    case TOKEN.colon:
      return next === ':' ? 'value' : null;
    case TOKEN.lineComment:
    case TOKEN.blockComment:
    case TOKEN.unknown:
      return null;
    default:
      if (kind === TOKEN.string && (next === 'name' || next === 'name or }')) return ':';
      return takesValue ? closed() : null;
  }
}

/** Where in a string, or a number, its first fault is. */
function malformed(text: string, from: number, token: string, isString: boolean, error: number): JsonFault {
  if (!isString) return { offset: from, found: token, expected: null };
  const end = from + token.length;
  for (let at = from + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20) return { offset: at, found: text.charAt(at), expected: null };
    if (code !== 0x5c) continue;
    const escaped = /^\\(?:["\\/bfnrt]|u[\da-f]{4})/i.exec(text.slice(at, at + 6))?.[0];
    // JSON knows the letters of an escape as small ones alone.
    if (escaped === undefined || /^\\[A-Z]/.test(escaped))
      return { offset: at, found: text.slice(at, at + 2), expected: null };
    at += escaped.length - 1;
  }
  const isCut = error === END_OF_STRING;
  return {
    offset: isCut ? end : from,
    found: isCut ? text.charAt(end) : token,
    expected: isCut ? '`"`' : null,
  };
}
