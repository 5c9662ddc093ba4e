const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];
const SMALL_E = 0x65;
const CAPITAL_E = 0x45;

/** A whole number of so many characters is one that a double holds. */
const SHORT = 15;

/** How deep the arrays and objects of a JSON text may stand in one another, and how many values it may have. */
export interface Extent {
  readonly levels: number;
  readonly values: number;
}

/** What one pass over a JSON text finds. */
export interface Surveyed {
  /** Which of the limits it goes beyond; null where it fits. */
  readonly beyond: keyof Extent | null;
  /** True where each of its numbers is written as JavaScript would write it. */
  readonly plainNumbers: boolean;
}

/** Looks through a JSON text in one pass that makes nothing of it. */
export function surveyed(text: string, { levels, values }: Extent): Surveyed {
  let depth = 0;
  // Never too few: each opening and each comma brings at most one value more.
  let counted = 1;
  let inString = false;
  let plainNumbers = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === COMMA) {
      counted += 1;
    } else if (code === OPENING[0] || code === OPENING[1]) {
      counted += 1;
      depth += 1;
      if (depth > levels) return { beyond: 'levels', plainNumbers };
    } else if (code === CLOSING[0] || code === CLOSING[1]) {
      depth -= 1;
    } else if (code === MINUS || isDigit(code)) {
      const end = endOfNumber(text, at);
      if (plainNumbers) plainNumbers = isPlain(text, at, end);
      at = end - 1;
    }
  }
  return { beyond: counted > values ? 'values' : null, plainNumbers };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || code === POINT || code === SMALL_E || code === CAPITAL_E) continue;
    if (code !== PLUS && code !== MINUS) break;
  }
  return at;
}

function isPlain(text: string, from: number, to: number): boolean {
  let isShort = to - from <= SHORT && text.charCodeAt(from) !== MINUS;
  for (let at = from; isShort && at < to; at += 1) isShort = isDigit(text.charCodeAt(at));
  if (isShort) return true;
  const written = text.slice(from, to);
  return String(Number(written)) === written;
}
