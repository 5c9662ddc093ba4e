import { DEEPEST } from '../../engine/judge/body/body.ts';
import { JsonTokens, type Token } from './json-tokens.ts';

/** What is kept of a large JSON text. */
export interface Skimmed {
  /** A JSON text; '' where it is none, or nests too deep. */
  readonly text: string;
  readonly state: 'json' | 'not-json' | 'too-deep';
  /** True where something was left out that could have mattered: items of an array, values of a map, a long number. */
  readonly partial: boolean;
}

/** Which members matter, and how much is kept, in UTF-16 units. */
export interface Keep {
  /** Names of members that are documented anywhere: they are kept before all others. */
  readonly names: ReadonlySet<string>;
  /** Those whose values are maps, in which any name matters. */
  readonly maps: ReadonlySet<string>;
  /** From so much on only documented members are kept; from twice as much on nothing. */
  readonly most: number;
}

/** So many members that are not documented are kept of one object. */
const MOST_OTHERS = 1000;

/** An open array or object. */
interface Frame {
  readonly isArray: boolean;
  readonly kept: boolean;
  /** Whether it stands where the documents say something of it. */
  readonly matters: boolean;
  readonly isMap: boolean;
  others: number;
  any: boolean;
}

type Expected = 'value' | 'item-or-end' | 'name-or-end' | 'name' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Reads a JSON text that comes in pieces, and keeps of it what the judge looks at: texts and numbers that are not
 * enormous, documented members, the first items of arrays and the first of the other members. Pointers stay what they were.
 */
export class JsonSkim {
  readonly #keep: Keep;
  readonly #tokens: JsonTokens;
  readonly #frames: Frame[] = [];
  readonly #onItems: (() => void) | null;
  #expected: Expected = 'value';
  #next = { kept: true, matters: true, isMap: false };
  /** The name of the member whose value comes next, where it is one of the top. */
  #topName: string | null = null;
  #out: string[] = [];
  #size = 0;
  #partial = false;
  #tooDeep = false;

  /** `onItems`: told where the array `items` of the top begins; what follows until its end is then not given here. */
  constructor(keep: Keep, onItems: (() => void) | null = null) {
    this.#keep = keep;
    this.#onItems = onItems;
    this.#tokens = new JsonTokens((token) => this.#take(token));
  }

  /** Reads a piece, and gives what follows where `items` has begun in it; '' where all of it was read. */
  push(piece: string): string {
    if (this.isOver) return '';
    const rest = this.#tokens.push(piece);
    // A part of a text keeps the whole text in memory: joined, they are copied.
    this.#out = [this.#out.join('')];
    return rest;
  }

  /** True once nothing that follows can matter. */
  get isOver(): boolean {
    return this.#tokens.broken || this.#tooDeep;
  }

  /** What was kept, where the text ends here. */
  end(): Skimmed {
    if (this.#tooDeep) return { text: '', state: 'too-deep', partial: false };
    this.#tokens.end();
    const isWhole = !this.#tokens.broken && this.#expected === 'nothing';
    return {
      text: isWhole ? this.#out.join('') : '',
      state: isWhole ? 'json' : 'not-json',
      partial: this.#partial || this.#tokens.cut,
    };
  }

  /** Gives true where `items` begins. */
  #take(token: Token): boolean {
    switch (this.#expected) {
      case 'name':
      case 'name-or-end':
        if (token.kind === '}' && this.#expected === 'name-or-end') this.#close(token);
        else if (token.kind === 'string') this.#takeName(token);
        else this.#tokens.broken = true;
        return false;
      case 'colon':
        if (token.kind !== ':') this.#tokens.broken = true;
        this.#expected = 'value';
        return false;
      case 'comma-or-end':
        this.#takeEnd(token);
        return false;
      case 'nothing':
        this.#tokens.broken = true;
        return false;
      default:
        if (token.kind === ']' && this.#expected === 'item-or-end') {
          this.#close(token);
          return false;
        }
        return this.#takeValue(token);
    }
  }

  #takeName({ text }: Token): void {
    const frame = this.#frames.at(-1);
    // A string of JSON.
    const name = String(JSON.parse(text));
    if (frame !== undefined) this.#next = this.#deciding(frame, name);
    this.#topName = this.#frames.length === 1 ? name : null;
    if (frame !== undefined && this.#next.kept) {
      this.#emit(frame.any ? `,${text}:` : `${text}:`);
      frame.any = true;
    }
    this.#expected = 'colon';
  }

  #deciding(frame: Frame, name: string): { kept: boolean; matters: boolean; isMap: boolean } {
    const isNamed = this.#keep.names.has(name) && !frame.isMap;
    const matters = frame.matters && (isNamed || frame.isMap);
    const room = isNamed ? 2 * this.#keep.most : this.#keep.most;
    if (!isNamed) frame.others += 1;
    const kept = frame.kept && this.#size < room && (isNamed || frame.isMap || frame.others <= MOST_OTHERS);
    if (frame.kept && !kept && matters) this.#partial = true;
    return { kept, matters, isMap: frame.isMap || this.#keep.maps.has(name) };
  }

  #takeValue(token: Token): boolean {
    const frame = this.#frames.at(-1);
    if (frame?.isArray === true) {
      const kept = frame.kept && this.#size < this.#keep.most;
      if (frame.kept && !kept && frame.matters) this.#partial = true;
      this.#next = { kept, matters: frame.matters, isMap: frame.isMap };
      if (kept && frame.any) this.#emit(',');
      if (kept) frame.any = true;
    }
    if (token.kind !== 'string' && token.kind !== 'word' && token.kind !== '{' && token.kind !== '[') {
      this.#tokens.broken = true;
      return false;
    }
    if (this.#next.kept) this.#emit(token.text);
    if (token.kind === 'string' || token.kind === 'word') {
      this.#expected = this.#frames.length === 0 ? 'nothing' : 'comma-or-end';
      return false;
    }
    const isArray = token.kind === '[';
    const isItems = isArray && this.#topName === 'items' && this.#onItems !== null;
    this.#frames.push({ ...this.#next, isArray, others: 0, any: false });
    this.#topName = null;
    this.#tooDeep ||= this.#frames.length > DEEPEST;
    this.#expected = isArray ? 'item-or-end' : 'name-or-end';
    if (isItems) this.#onItems?.();
    return isItems || this.#tooDeep;
  }

  #takeEnd(token: Token): void {
    const isArray = this.#frames.at(-1)?.isArray === true;
    if (token.kind === ',') this.#expected = isArray ? 'value' : 'name';
    else if (token.kind === (isArray ? ']' : '}')) this.#close(token);
    else this.#tokens.broken = true;
  }

  #close({ text }: Token): void {
    const frame = this.#frames.pop();
    if (frame?.kept === true) this.#emit(text);
    this.#topName = null;
    this.#expected = this.#frames.length === 0 ? 'nothing' : 'comma-or-end';
  }

  #emit(text: string): void {
    this.#out.push(text);
    this.#size += text.length;
  }
}
