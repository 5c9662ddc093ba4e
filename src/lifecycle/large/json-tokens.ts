import { createHash, type Hash } from 'node:crypto';
import { endOfMatch } from '../../engine/secrets/end-of-match.ts';
import { beginningOf, LONGEST_ESCAPE } from './beginning-of.ts';

/** A longer text, or number, is cut: no body that is kept as it came has one. In UTF-16 units. */
export const LONGEST_TOKEN = 256 * 1024;

/** So much of one that is cut is kept. */
const KEPT = 1024;

/** What a JSON text is made of. */
export interface Token {
  readonly kind: 'string' | 'word' | '{' | '}' | '[' | ']' | ',' | ':';
  /** As it was written; of one that was cut its beginning, and the hash of it, so that what differed still differs. */
  readonly text: string;
}

const BLANKS = /[ \t\n\r]*/y;
// All but the quotation mark, the backslash and what stands before the blank.
const IN_STRING = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const IN_WORD = /[-+.\w]*/y;
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Reads the tokens of a JSON text that comes in pieces; keeps one token at a time. */
export class JsonTokens {
  /** True once something came that is no token of JSON; nothing more is read then. */
  broken = false;
  /** True where a number was cut. */
  cut = false;
  readonly #take: (token: Token) => boolean;
  #inside: 'string' | 'word' | null = null;
  #text = '';
  #length = 0;
  #hash: Hash | null = null;
  #carried = '';

  /** `take` is given each token; where it says true, what follows is not read here. */
  constructor(take: (token: Token) => boolean) {
    this.#take = take;
  }

  /** Reads a piece, and gives what follows where `take` has said so; '' where all of it was read. */
  push(piece: string): string {
    const text = this.#carried + piece;
    this.#carried = '';
    for (let at = 0; at < text.length && !this.broken; ) {
      if (this.#inside === 'string') at = this.#readString(text, at);
      else if (this.#inside === 'word') at = this.#readWord(text, at);
      else {
        at = endOfMatch(BLANKS, text, at);
        if (at === text.length) break;
        const [next, isOver] = this.#begin(text, at);
        at = next;
        if (isOver) return text.slice(at);
      }
    }
    return '';
  }

  /** The text has ended. */
  end(): void {
    if (this.#inside === 'word') this.#endWord();
    this.broken ||= this.#inside !== null || this.#carried !== '';
  }

  #begin(text: string, at: number): readonly [next: number, isOver: boolean] {
    const character = text.charAt(at);
    if (character === '"') {
      this.#inside = 'string';
      this.#gather('"');
      return [at + 1, false];
    }
    if (isMark(character)) return [at + 1, this.#take({ kind: character, text: character })];
    if (endOfMatch(IN_WORD, text, at) === at) this.broken = true;
    else this.#inside = 'word';
    return [at, false];
  }

  #readString(text: string, from: number): number {
    let at = from;
    for (;;) {
      at = endOfMatch(IN_STRING, text, at);
      if (text.charAt(at) !== '\\') break;
      const end = endOfMatch(ESCAPE, text, at);
      if (end === at) break;
      at = end;
    }
    this.#gather(text.slice(from, at));
    const next = text.charAt(at);
    if (next === '"') {
      this.#gather('"');
      this.#end('string');
      return at + 1;
    }
    if (next === '\\' && text.length - at < LONGEST_ESCAPE) {
      this.#carried = text.slice(at);
      return text.length;
    }
    if (next !== '') this.broken = true;
    return at;
  }

  #readWord(text: string, from: number): number {
    const at = endOfMatch(IN_WORD, text, from);
    this.#gather(text.slice(from, at));
    if (at < text.length) this.#endWord();
    return at;
  }

  #endWord(): void {
    if (this.#hash === null && !WORD.test(this.#text)) this.broken = true;
    else this.#end('word');
  }

  /** A text that is cut is hashed from then on. */
  #gather(part: string): void {
    this.#length += part.length;
    if (this.#hash !== null) this.#hash.update(part);
    else if (this.#length <= LONGEST_TOKEN) this.#text += part;
    else {
      this.#hash = createHash('sha256').update(this.#text).update(part);
      this.#text = (this.#text + part.slice(0, KEPT)).slice(0, KEPT);
    }
  }

  #end(kind: 'string' | 'word'): void {
    const text = this.#hash === null ? this.#text : this.#shortened(kind, this.#hash.digest('hex'));
    this.#inside = null;
    this.#text = '';
    this.#length = 0;
    this.#hash = null;
    this.#take({ kind, text });
  }

  #shortened(kind: 'string' | 'word', hash: string): string {
    if (kind === 'word') {
      this.cut = true;
      return '0';
    }
    const whole = beginningOf(this.#text);
    return `${whole}… (${this.#length - 2} characters, SHA-256 ${hash})"`;
  }
}

function isMark(character: string): character is Exclude<Token['kind'], 'string' | 'word'> {
  return '{}[],:'.includes(character) && character !== '';
}
