import { namedCharacter } from './look/named-entities.ts';
import type { Range } from './multi-search.ts';

/**
 * One character as URLs, JSON (and Markdown, and what Node prints), C, HTML and XML may write it. Any character can be
 * written so, in either letter case: a list of the spellings of one secret would have no end.
 */
const ESCAPE =
  /%[\da-f]{2}|\\(?:u[\da-f]{4}|u\{[\da-f]{1,6}\}|x[\da-f]{2}|[0-3]?[0-7]{1,2}|[bfnrt!-/:-@[-`{-~])|&(?:#\d{1,9};?|#x[\da-f]{1,9};?|[a-z]\w{1,31};)/iy;

/** A byte, or the end of a line that is none of the text's, in quoted-printable (RFC 2045, section 6.7). */
const QUOTED = /=(?:[\da-f]{2}|[ \t]{0,4}\r?\n)/gi;

/** The end of a line within what may be encoded, such as base64 in lines of 76, and the blanks before the next. */
const FOLD = /\r?\n[ \t]*/g;

/** Whether a line ends with what may be encoded, and, from its end on, whether the next begins with such. */
const MAY_BE_CUT = /[\w+/=-]{8}\r?$/;
const MAY_GO_ON = /\n[ \t]{0,64}[\w+/=-]/y;

/** What stands before, or behind, each letter of Latin-1 in UTF-16. */
const WIDE = /\0/g;

const NAMED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A text with its escapes undone once. */
export interface Unescaped {
  readonly plain: string;
  /** Where ranges of it stand in the text itself. */
  readonly inSource: <R extends Range>(ranges: readonly R[]) => R[];
}

/** Where each escape begins in the text without them, and by how much the text was longer up to its end. */
interface Marks {
  readonly begins: number[];
  readonly longer: number[];
}

/** Of longer texts the marks are made each time that they are asked for: those of millions of escapes take room. */
const LONGEST_MARKED = 1024 * 1024;

/** Undoes the escapes of a text once; null where there are none. */
export function unescaped(text: string): Unescaped | null {
  // Most texts have none, and are told so in a fraction of the time.
  return ['%', '\\', '&'].some((one) => text.includes(one)) ? without(text, withoutEscapes) : null;
}

/** Undoes quoted-printable; null where there is none. */
export function unquoted(text: string): Unescaped | null {
  return text.includes('=') ? without(text, replacing(QUOTED, quoted)) : null;
}

/** Puts the lines of what may be encoded together; null where there are none. */
export function unfolded(text: string): Unescaped | null {
  return mayBeFolded(text) ? without(text, replacing(FOLD, '')) : null;
}

/** The ends of lines are few: to look at each takes a tenth of the time in which the engine tries every place. */
function mayBeFolded(text: string): boolean {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    MAY_GO_ON.lastIndex = at;
    if (MAY_GO_ON.test(text) && MAY_BE_CUT.test(text.slice(Math.max(0, at - 9), at))) return true;
  }
  return false;
}

/** Reads what is UTF-16, each byte as one character, as the letters that it is mostly made of; null where it is none. */
export function narrowed(text: string): Unescaped | null {
  return text.includes('\0') ? without(text, replacing(WIDE, '')) : null;
}

/** Gives a text with its escapes undone, and notes where they were, where that is asked for. */
type Undo = (text: string, marks: Marks | null) => string;

function without(text: string, undo: Undo): Unescaped | null {
  const plain = undo(text, null);
  if (plain === text) return null;
  let known: Marks | null = null;
  return {
    plain,
    inSource: (ranges) => {
      // Most texts hold no secret, and nobody asks for the marks.
      if (ranges.length === 0) return [];
      const marks = known ?? { begins: [], longer: [] };
      if (known === null) undo(text, marks);
      if (text.length <= LONGEST_MARKED) known = marks;
      const place = (at: number) => at + (marks.longer[countBelow(marks.begins, at) - 1] ?? 0);
      return ranges.map((range) => ({ ...range, from: place(range.from), to: place(range.to) }));
    },
  };
}

/** Puts something in the place of all that a pattern finds: a character by how it is written, or nothing at all. */
function replacing(pattern: RegExp, mean: ((written: string) => string) | ''): Undo {
  return (text, marks) => {
    // The engine takes something away in a tenth of the time in which it asks what to put in its place.
    if (mean === '' && marks === null) return text.replace(pattern, '');
    let longer = 0;
    return text.replace(pattern, (written: string, index: number) => {
      const character = mean === '' ? '' : mean(written);
      marks?.begins.push(index - longer);
      longer += written.length - character.length;
      marks?.longer.push(longer);
      return character;
    });
  };
}

const [PERCENT, AMPERSAND, BACKSLASH, QUOTE, SLASH] = [0x25, 0x26, 0x5c, 0x22, 0x2f];

/** The engine's own search asks for each escape what to put in its place, and takes seven times as long. */
function withoutEscapes(text: string, marks: Marks | null): string {
  let plain = '';
  let longer = 0;
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== BACKSLASH && code !== PERCENT && code !== AMPERSAND) continue;
    const next = text.charCodeAt(at + 1);
    // Most are these, of JSON: what the first character escapes is the second.
    const isItself = code === BACKSLASH && (next === QUOTE || next === BACKSLASH || next === SLASH);
    const written = isItself ? 2 : lengthOfEscape(text, at);
    if (written === 0) continue;
    marks?.begins.push(at - longer);
    plain += text.slice(copied, at);
    copied = at + written;
    // The next piece begins with it.
    if (isItself) copied -= 1;
    const character = isItself ? '' : meant(text.slice(at, copied));
    plain += character;
    longer += isItself ? 1 : written - character.length;
    marks?.longer.push(longer);
    at += written - 1;
  }
  return plain + text.slice(copied);
}

/** How many characters the escape has that begins here; 0 where none does. */
function lengthOfEscape(text: string, at: number): number {
  ESCAPE.lastIndex = at;
  return ESCAPE.test(text) ? ESCAPE.lastIndex - at : 0;
}

function quoted(written: string): string {
  const code = Number.parseInt(written.slice(1), 16);
  return Number.isNaN(code) ? '' : String.fromCharCode(code);
}

/** How many of some rising numbers are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The character that an escape stands for; of a percent-encoded one each byte is one. */
function meant(written: string): string {
  const letter = written.charAt(1);
  if (written.length === 2 && !/[0-7]/.test(letter)) return NAMED[letter] ?? letter;
  const rest = written.slice(1).replace(/;$/, '');
  if (written.startsWith('\\') && /^[0-7]/.test(rest)) return character(Number.parseInt(rest, 8), written);
  const code = written.startsWith('%') ? rest : /^(?:u\{?|x|#x)([\da-f]+)\}?$/i.exec(rest)?.[1];
  if (code !== undefined) return character(Number.parseInt(code, 16), written);
  return rest.startsWith('#') ? character(Number(rest.slice(1)), written) : (namedCharacter(rest) ?? written);
}

function character(point: number, written: string): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : written;
}
