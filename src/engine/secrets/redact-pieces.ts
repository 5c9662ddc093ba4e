import { endOfMatch } from './end-of-match.ts';
import type { Range } from './multi-search.ts';

/** A text is redacted in pieces of about so many UTF-16 units. */
const PIECE = 1024 * 1024;

/** What cannot be divided between two values up to this length is divided where no secret stands. */
const LONGEST = 4 * PIECE;

/** Replaces the secrets of a text that comes in pieces. */
export interface RedactPieces {
  /** Gives what can be given of the text so far. */
  readonly push: (text: string) => string;
  /** Gives the rest. */
  readonly end: () => string;
}

/** How a piece is redacted. */
export interface PieceRedaction {
  readonly find: (text: string) => readonly Range[];
  /** Of a piece that begins and ends between the values of a JSON text, or is of none. */
  readonly inBody: (text: string) => string;
  /** Of a piece of anything. */
  readonly redact: (text: string) => string;
  /** No form of a secret is longer. */
  readonly overlap: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** Up to what ends a string, or an escape in it. */
const IN_STRING = /[^"\\]*/y;

/** Up to what stands between values, or begins a string. */
const BETWEEN = /[^",]*/y;

/** Divides the text between the values of JSON, so that each piece is redacted as the whole would be. */
export function redactPieces({ find, inBody, redact, overlap }: PieceRedaction): RedactPieces {
  let text = '';
  /** Up to where the text was looked at, and whether that is within a string. */
  let seen = 0;
  let inString = false;
  /** Commas between values. */
  let commas: number[] = [];
  const look = () => {
    while (seen < text.length) {
      const end = endOfMatch(inString ? IN_STRING : BETWEEN, text, seen);
      const code = text.charCodeAt(end);
      if (code === COMMA) commas.push(end);
      else if (code === QUOTE) inString = !inString;
      // An escape, which may not have come whole.
      seen = code === BACKSLASH ? end + 2 : end + 1;
    }
  };
  /** What no secret stands across, as far as is known yet; 0 for nowhere. */
  const placeToDivide = (): { readonly at: number; readonly act: (piece: string) => string } | null => {
    const limit = text.length - overlap;
    if (text.length < LONGEST && !commas.some((at) => at > 0 && at <= limit)) return null;
    const ranges = find(text);
    const isFree = (at: number) => !ranges.some(({ from, to }) => from < at && at < to);
    const comma = commas.findLast((at) => at <= limit && at > 0 && isFree(at));
    if (comma !== undefined) return { at: comma, act: inBody };
    if (text.length < LONGEST) return null;
    const across = ranges.find(({ from, to }) => from < limit && limit < to);
    return { at: across?.from ?? limit, act: redact };
  };
  const divide = (): string => {
    const place = placeToDivide();
    if (place === null || place.at <= 0) return '';
    const { at, act } = place;
    const piece = text.slice(0, at);
    text = text.slice(at);
    seen -= at;
    commas = commas.filter((comma) => comma >= at).map((comma) => comma - at);
    return act(piece);
  };
  let next = PIECE + overlap;
  return {
    push: (part) => {
      text += part;
      if (text.length < next) return '';
      look();
      const given = divide();
      // Where nothing could be divided, much more is waited for before it is tried again.
      next = given === '' ? Math.min(2 * text.length, LONGEST + overlap) : PIECE + overlap;
      return given;
    },
    end: () => inBody(text),
  };
}
