import { readSync } from 'node:fs';
import { setMember } from '../contract/json-value.ts';
import { type FileValue, isOfWord, scalarOf, textOf } from './file-value.ts';
import { JsonFault, SHORT, Text } from './text.ts';

/** So many bytes of the file are in memory at once. */
const PIECE = 1024 * 1024;
/** Arrays and objects in one another: deeper ones are read over, and more than so many of those are no file. */
const DEEPEST_KEPT = 64;
const DEEPEST = 100_000;
/** As many values of one entry are made: what has more is read over. */
const MOST_VALUES = 200_000;
/** A number of more characters is none. */
const LONGEST_NUMBER = 1000;

const [BLANK, QUOTE, COMMA, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [
  0x20, 0x22, 0x2c, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];
const BLANKS: readonly number[] = [BLANK, 0x09, 0x0a, 0x0d];

/**
 * Reads a JSON text from a file, value by value, with no more of it in memory than what is asked for. Each function
 * reads the value that comes next, and throws a JsonFault where there is none.
 */
export class JsonFile {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(PIECE);
  /** Where the buffer begins in the file; what of it was read; where it ends. */
  #base = 0;
  #at = 0;
  #end = 0;
  #left = MOST_VALUES;

  /** `file`: a descriptor that is read from its beginning. A byte order mark there is passed over. */
  constructor(file: number) {
    this.#file = file;
    this.#has(3);
    if (this.#buffer.toString('hex', 0, Math.min(3, this.#end)) === 'efbbbf') this.#at = 3;
  }

  /** Reads an object, and gives each name before its value, which whoever asks for the next one has read. */
  *names(): Generator<string, void> {
    this.#take(OPEN, 'an object');
    if (this.#takeIf(CLOSE)) return;
    do yield this.#name();
    while (this.#takeIf(COMMA));
    this.#take(CLOSE, 'a comma or the end of the object');
  }

  /** The same of an array and the places in it. */
  *places(): Generator<number, void> {
    this.#take(OPEN_LIST, 'an array');
    if (this.#takeIf(CLOSE_LIST)) return;
    let index = 0;
    do {
      yield index;
      index += 1;
    } while (this.#takeIf(COMMA));
    this.#take(CLOSE_LIST, 'a comma or the end of the array');
  }

  /** What kind of value comes next. */
  next(): 'object' | 'array' | 'other' {
    const byte = this.#peek();
    if (byte === OPEN) return 'object';
    return byte === OPEN_LIST ? 'array' : 'other';
  }

  /** Reads a value; `most`: as many bytes of a long text are kept. */
  value(most: number): FileValue {
    this.#left = MOST_VALUES;
    return this.#value(most, 0);
  }

  /** Reads over a value. */
  skip(): void {
    const open: boolean[] = [];
    do {
      const byte = this.#peek();
      if (byte === OPEN || byte === OPEN_LIST) {
        if (open.length === DEEPEST) throw this.#fault('fewer arrays and objects in one another');
        this.#at += 1;
        if (!this.#takeIf(byte + 2)) {
          open.push(byte === OPEN);
          if (byte === OPEN) this.#name();
          continue;
        }
      } else this.#scalar(0);
      this.#close(open);
    } while (open.length > 0);
  }

  /** Sees to it that nothing follows. */
  end(): void {
    if (this.#peek() !== -1) throw this.#fault('the end of the file');
  }

  /** Closes what ends behind a value that was read over, up to where a further one comes. */
  #close(open: boolean[]): void {
    while (open.length > 0) {
      const isObject = open.at(-1) === true;
      if (this.#takeIf(COMMA)) {
        if (isObject) this.#name();
        return;
      }
      this.#take(isObject ? CLOSE : CLOSE_LIST, `a comma or the end of the ${isObject ? 'object' : 'array'}`);
      open.pop();
    }
  }

  #value(most: number, depth: number): FileValue {
    const kind = this.next();
    this.#left -= 1;
    if (kind === 'other') return this.#scalar(most);
    if (depth === DEEPEST_KEPT || this.#left < 0) {
      this.skip();
      return null;
    }
    if (kind === 'array') {
      const items: FileValue[] = [];
      for (const _ of this.places()) items.push(this.#value(most, depth + 1));
      return items;
    }
    const found: Record<string, FileValue> = {};
    for (const name of this.names()) {
      const value = this.#value(most, depth + 1);
      setMember(found, name, value);
    }
    return found;
  }

  #name(): string {
    if (this.#peek() !== QUOTE) throw this.#fault('the name of a member');
    const name = this.#text(SHORT);
    this.#take(COLON, 'a colon');
    return name instanceof Text ? '' : name;
  }

  #scalar(most: number): FileValue {
    if (this.#peek() === QUOTE) return this.#text(most);
    let word = '';
    for (let byte = this.#byte(); isOfWord(byte) && word.length <= LONGEST_NUMBER; byte = this.#byte()) {
      word += String.fromCharCode(byte);
      this.#at += 1;
    }
    const value = scalarOf(word);
    if (value !== undefined) return value;
    this.#at = Math.max(0, this.#at - word.length);
    throw this.#fault('a value');
  }

  /** Reads a text; one that is not short is kept as it stands in the file, up to so many bytes. */
  #text(most: number): string | Text {
    const parts: Buffer[] = [];
    let length = 0;
    let kept = 0;
    let hasEscapes = false;
    this.#at += 1;
    let from = this.#at;
    const put = (to: number) => {
      length += to - from;
      const room = Math.max(most, SHORT) - kept;
      if (to > from && room > 0) {
        const part = Buffer.from(this.#buffer.subarray(from, Math.min(to, from + room)));
        parts.push(part);
        kept += part.length;
      }
    };
    for (;;) {
      let at = this.#at;
      let byte = BLANK;
      for (; at < this.#end; at += 1) {
        byte = this.#buffer[at] ?? 0;
        if (byte === QUOTE || byte === BACKSLASH || byte < BLANK) break;
      }
      this.#at = at;
      const isOver = at < this.#end && byte === QUOTE;
      if (isOver && length === 0) break;
      if (isOver || at === this.#end || (byte === BACKSLASH && this.#end - at < 6)) {
        put(at);
        if (isOver) break;
        // An escape is looked at where all of it is there.
        const hasMore = this.#has(byte === BACKSLASH && at < this.#end ? 6 : 1);
        from = this.#at;
        if (!hasMore && this.#at === this.#end) throw this.#fault('the end of a text');
        if (byte !== BACKSLASH || (this.#buffer[this.#at] ?? 0) !== BACKSLASH) continue;
      } else if (byte !== BACKSLASH) throw this.#fault('a text without control characters');
      hasEscapes = true;
      this.#at += this.#escape();
    }
    const end = this.#at;
    this.#at += 1;
    if (length === 0 && end - from <= SHORT)
      return textOf(this.#buffer.toString('utf8', from, end), hasEscapes);
    if (length === 0) put(end);
    if (length <= SHORT) return textOf(Buffer.concat(parts).toString('utf8'), hasEscapes);
    return new Text(parts, { isCut: kept < length });
  }

  /** How long the escape is that comes next. */
  #escape(): number {
    const written = this.#buffer.toString('latin1', this.#at, Math.min(this.#at + 6, this.#end));
    if (/^\\["\\/bfnrt]/.test(written)) return 2;
    if (/^\\u[\da-fA-F]{4}$/.test(written)) return 6;
    throw this.#fault('an escape of JSON');
  }

  /** The byte that comes next; -1 at the end. */
  #byte(): number {
    return this.#at < this.#end || this.#has(1) ? (this.#buffer[this.#at] ?? -1) : -1;
  }

  /** The same behind blanks. */
  #peek(): number {
    while (BLANKS.includes(this.#byte())) this.#at += 1;
    return this.#byte();
  }

  #takeIf(wanted: number): boolean {
    const isThere = this.#peek() === wanted;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #take(wanted: number, words: string): void {
    if (!this.#takeIf(wanted)) throw this.#fault(words);
  }

  /** Whether so many bytes are in the buffer, once more were read. */
  #has(bytes: number): boolean {
    this.#buffer.copyWithin(0, this.#at, this.#end);
    this.#base += this.#at;
    this.#end -= this.#at;
    this.#at = 0;
    while (this.#end < bytes) {
      const read = readSync(this.#file, this.#buffer, this.#end, PIECE - this.#end, this.#base + this.#end);
      if (read === 0) return false;
      this.#end += read;
    }
    return true;
  }

  #fault(wanted: string): JsonFault {
    const byte = this.#byte();
    return new JsonFault(byte === -1 ? null : byte, wanted, this.#base + this.#at);
  }
}
