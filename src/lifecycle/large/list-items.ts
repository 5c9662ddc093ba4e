import { DEEPEST } from '../../engine/judge/body/body.ts';
import { parseExactly } from '../../engine/judge/body/exact-json.ts';
import { surveyed } from '../../engine/judge/body/extent.ts';
import { JsonSkim, type Keep } from './json-skim.ts';
import { LONGEST_TOKEN } from './json-tokens.ts';

/** Told of the entries of a List, one after the other. */
export interface TakeItems {
  /** Whether an entry that is written so was taken before. */
  readonly again: (text: string) => boolean;
  readonly item: (value: unknown, text: string) => void;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/** Reads the items of an array of JSON that comes in pieces; one item at a time is in memory. */
export class ListItems {
  /** What is wrong with them: that they are no JSON, or nest too deep. */
  fault: 'not-json' | 'too-deep' | null = null;
  readonly #take: TakeItems;
  readonly #keep: Keep;
  #text = '';
  /** Of an item that is too long to be kept as it came. */
  #skim: JsonSkim | null = null;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #any = false;

  constructor(keep: Keep, take: TakeItems) {
    this.#keep = keep;
    this.#take = take;
  }

  /** Reads what follows the opening bracket; gives what follows the last item, the closing bracket first. Null: all of it was read. */
  push(piece: string): string | null {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#inString = false;
      } else if (code === QUOTE) {
        this.#inString = true;
      } else if (code === OPENING[0] || code === OPENING[1]) {
        this.#depth += 1;
      } else if (code === CLOSING[0] || code === CLOSING[1]) {
        if (this.#depth === 0) {
          this.#gather(piece.slice(from, at));
          this.#end(true);
          return piece.slice(at);
        }
        this.#depth -= 1;
      } else if (code === COMMA && this.#depth === 0) {
        this.#gather(piece.slice(from, at));
        this.#end(false);
        from = at + 1;
      }
      if (this.fault !== null) return null;
    }
    this.#gather(piece.slice(from));
    return null;
  }

  #gather(part: string): void {
    if (this.#skim === null && this.#text.length + part.length > LONGEST_TOKEN) {
      this.#skim = new JsonSkim(this.#keep);
      this.#skim.push(this.#text);
      this.#text = '';
    }
    if (this.#skim === null) this.#text += part;
    else this.#skim.push(part);
  }

  #end(isLast: boolean): void {
    const skimmed = this.#skim?.end();
    const text = skimmed?.text ?? this.#text;
    this.#text = '';
    this.#skim = null;
    if (skimmed !== undefined && skimmed.state !== 'json') {
      this.fault = skimmed.state;
      return;
    }
    const isEmpty = isLast && !this.#any && text.trim() === '';
    this.#any = true;
    if (isEmpty || this.#take.again(text)) return;
    const { beyond, plainNumbers } = surveyed(text, { levels: DEEPEST, values: Number.POSITIVE_INFINITY });
    if (beyond !== null) {
      this.fault = 'too-deep';
      return;
    }
    try {
      const value: unknown = JSON.parse(text);
      this.#take.item(plainNumbers ? value : parseExactly(text), text);
    } catch {
      this.fault = 'not-json';
    }
  }
}
