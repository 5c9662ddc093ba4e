import { closeSync, openSync, readSync } from 'node:fs';

/** A text of so many bytes, as it stands in the file, is made into one as it is read. */
export const SHORT = 256 * 1024;

const BACKSLASH = 0x5c;
const SMALL_U = 0x75;

/** The longest that stands for one character: two escapes of a pair. */
const LONGEST_ESCAPE = 12;

const PLAIN: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A long text, as it stands in the file: its escapes are whole, and not undone. */
export class Text {
  readonly #parts: Buffer[];
  /** True where its end is not kept. */
  readonly isCut: boolean;

  constructor(parts: Buffer[], { isCut }: { readonly isCut: boolean }) {
    this.#parts = parts;
    this.isCut = isCut;
  }

  /** Its bytes in UTF-8, at most so many; it can be asked once, since nothing of it stays. */
  bytes(most: number): { readonly bytes: Buffer; readonly isCut: boolean } {
    const length = this.#parts.reduce((sum, part) => sum + part.length, 0);
    const bytes = Buffer.allocUnsafe(Math.min(length, most));
    let written = 0;
    let rest: Buffer = Buffer.alloc(0);
    for (
      let part = this.#parts.shift();
      part !== undefined && written < bytes.length;
      part = this.#parts.shift()
    ) {
      const text = rest.length === 0 ? part : Buffer.concat([rest, part]);
      const upTo = this.#parts.length === 0 ? text.length : text.length - LONGEST_ESCAPE;
      let at = 0;
      while (at < text.length && (at < upTo || text[at] !== BACKSLASH) && written < bytes.length) {
        const mark = text.indexOf(BACKSLASH, at);
        const end = mark === -1 ? text.length : mark;
        written += text.copy(bytes, written, at, end);
        at = end;
        if (at >= upTo) break;
        const [character, length] = undone(text, at);
        written += bytes.write(character, written);
        at += length;
      }
      rest = text.subarray(at);
    }
    this.#parts.length = 0;
    const isCut = this.isCut || (written >= most && length > most);
    return { bytes: bytes.subarray(0, written), isCut };
  }
}

/** What an escape stands for, and how long it is; half a pair stands for nothing. */
function undone(text: Buffer, at: number): readonly [character: string, length: number] {
  if (text[at + 1] !== SMALL_U) {
    const letter = String.fromCharCode(text[at + 1] ?? 0);
    return [PLAIN[letter] ?? letter, 2];
  }
  const unit = unitAt(text, at);
  const isFirst = unit >= 0xd800 && unit < 0xdc00 && text[at + 6] === BACKSLASH && text[at + 7] === SMALL_U;
  const second = isFirst ? unitAt(text, at + 6) : 0;
  if (second >= 0xdc00 && second < 0xe000) return [String.fromCharCode(unit, second), 12];
  return [unit >= 0xd800 && unit < 0xe000 ? '\uFFFD' : String.fromCharCode(unit), 6];
}

function unitAt(text: Buffer, at: number): number {
  return Number.parseInt(text.toString('latin1', at + 2, at + 6), 16);
}

/** A file that is no JSON at a place; `place` says it in lines and columns. */
export class JsonFault extends Error {
  readonly #offset: number;

  /** `found`: the byte there; null at the end of the file. `offset` in bytes. */
  constructor(found: number | null, wanted: string, offset: number) {
    super(`there stands ${foundText(found)}, where right would be ${wanted}`);
    this.name = 'JsonFault';
    this.#offset = offset;
  }

  /** The line and the column, from 1, in which it stands in the file. */
  place(path: string): { readonly line: number; readonly column: number } {
    const file = openSync(path, 'r');
    const piece = Buffer.allocUnsafe(1024 * 1024);
    let [line, column] = [1, 1];
    try {
      for (let at = 0; at < this.#offset; ) {
        const read = readSync(file, piece, 0, Math.min(piece.length, this.#offset - at), at);
        if (read === 0) break;
        for (const byte of piece.subarray(0, read)) {
          if (byte === 0x0a) [line, column] = [line + 1, 1];
          // Of a character of several bytes the first one counts; a byte order mark is none.
          else if ((byte & 0xc0) !== 0x80) column += 1;
        }
        if (at === 0 && piece.toString('hex', 0, Math.min(3, read)) === 'efbbbf' && line === 1) column -= 1;
        at += read;
      }
    } finally {
      closeSync(file);
    }
    return { line, column };
  }
}

function foundText(byte: number | null): string {
  if (byte === null) return 'the end of the file';
  if (byte === 0x60) return 'a backtick';
  return byte > 0x20 && byte < 0x7f
    ? `\`${String.fromCharCode(byte)}\``
    : `the byte ${byte.toString(16).padStart(2, '0')}`;
}
