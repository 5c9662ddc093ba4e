import type { MultiSearch, Range } from '../multi-search.ts';
import { archivesIn } from './archives.ts';
import { Allowance, type Budget, nameOf } from './budget.ts';
import { type Encoded, encodedIn } from './encoded-runs.ts';
import type { Packing } from './found.ts';
import { type Found, type Held, type Packed, united } from './found.ts';
import { unpack } from './unpack.ts';
import { viewsOf } from './views.ts';

/** What is looked for in bytes that come piece by piece, and what of it was found. */
export interface Search {
  readonly look: Look;
  /** So many characters are looked at again with those that follow: no form of a secret is longer. */
  readonly overlap: number;
  held: Held | null;
}

/** What is looked for, and what may be spent on it. */
export interface Sought {
  /** Another one for other secrets. */
  readonly id: string;
  /** Of every secret. */
  readonly plain: MultiSearch;
  /** Of those that are not in any bytes by chance: these are looked for in what is encoded, too. */
  readonly deep: MultiSearch;
  /** No secret of those has fewer bytes, as far as it has to be there. */
  readonly leastBytes: number;
  readonly budget: Budget;
  /** What runs hold, by their kind, how deep they are, and cut or not: names and numbers come again and again. */
  readonly known: Map<string, Map<string, Held | null>>;
}

/** A base64 in a base64 in an archive, and so on, as often as no one does it. */
export const DEPTH = 8;

/** As many runs, of fewer characters, are known again. */
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 512;

/** One look at one text, one body or one file. */
export class Look {
  readonly #sought: Sought;
  readonly #allowance: Allowance;

  /** `length`: how many bytes are looked at. */
  constructor(sought: Sought, length: number) {
    this.#sought = sought;
    this.#allowance = new Allowance(sought.budget, length);
  }

  /** What may be spent on what is looked at. */
  get allowance(): Allowance {
    return this.#allowance;
  }

  /** The stretches of a text that must not be shown. `isCut`: the text ends before its end. */
  inText(text: string, isCut: boolean): Found[] {
    const longestRun = Number.POSITIVE_INFINITY;
    return this.#inText(text, { isCut, longestRun, needles: this.#sought.plain, depth: DEPTH });
  }

  /** What packed bytes hold, and how they are packed; null where they hold no secret, or are none. */
  inArchives(bytes: Buffer, isBrotli = false, depth = DEPTH): Packed | null {
    let worst: Packed | null = null;
    for (const { packing, at } of archivesIn(bytes, isBrotli)) {
      const packed = bytes.subarray(at);
      const held = this.#unpacked(packed, packing, depth);
      if (held === 'secret') return { held, packing };
      if (held === 'unlooked') worst = { held, packing };
    }
    return worst;
  }

  /** What a text holds in which every character is a byte; longer runs of base64 are not looked into. */
  holds(text: string, depth: number, longestRun: number, isCut = false): Held | null {
    const found = this.#inText(text, { isCut, longestRun, needles: this.#sought.deep, depth });
    if (found.length === 0) return null;
    return found.every(({ unlooked }) => unlooked === true) ? 'unlooked' : 'secret';
  }

  #within(bytes: Buffer, depth: number, isCut: boolean): Held | null {
    const held = this.holds(bytes.toString('latin1'), depth, Number.POSITIVE_INFINITY, isCut);
    if (held === 'secret') return held;
    return this.inArchives(bytes, false, depth)?.held ?? held;
  }

  #inText(text: string, how: How): Found[] {
    const { isCut, needles } = how;
    const found: Found[] = [];
    for (const view of viewsOf(text)) {
      const direct: Found[] = needles.find(view.text);
      const cut = isCut ? cutOf(view.text, needles) : null;
      if (cut !== null) direct.push(cut);
      if (this.#sought.leastBytes > 0)
        for (const one of this.#encoded(view.text, united(direct), how)) direct.push(one);
      for (const one of view.inSource(direct)) found.push(one);
    }
    return found;
  }

  #encoded(text: string, direct: readonly Found[], { isCut, depth, longestRun }: How): Found[] {
    const found: Found[] = [];
    let next = 0;
    let before = 0;
    for (const run of encodedIn(text, this.#sought.leastBytes)) {
      if (run.to - run.from > longestRun) continue;
      if (run.from < before) next = 0;
      before = run.from;
      while ((direct[next]?.to ?? run.to) <= run.from) next += 1;
      const inside = (direct[next]?.from ?? run.to) < run.to;
      if (inside) {
        // What stands around a secret may hold another one; it is shown, so it is looked at by itself.
        for (const one of this.#around(text, run, direct, next, depth)) found.push(one);
        continue;
      }
      const held = this.#heldBy(text.slice(run.from, run.to), run, depth, isCut && run.to === text.length);
      if (held !== null) found.push({ from: run.from, to: run.to, ...unlookedIf(held) });
    }
    return found;
  }

  #around(text: string, run: Range, direct: readonly Range[], first: number, depth: number): Found[] {
    const found: Found[] = [];
    let from = run.from;
    const part = (to: number) => {
      if (to - from < this.#sought.leastBytes) return;
      for (const one of encodedIn(text.slice(from, to), this.#sought.leastBytes)) {
        const held = this.#heldBy(text.slice(from + one.from, from + one.to), one, depth, false);
        if (held !== null) found.push({ from: from + one.from, to: from + one.to, ...unlookedIf(held) });
      }
    };
    for (let at = first; (direct[at]?.from ?? run.to) < run.to; at += 1) {
      part(direct[at]?.from ?? run.to);
      from = direct[at]?.to ?? run.to;
    }
    part(run.to);
    return found;
  }

  #heldBy(run: string, encoded: Encoded, depth: number, isCut: boolean): Held | null {
    if (depth <= 0) return 'unlooked';
    const place = `${encoded.kind} ${depth} ${isCut}`;
    const known = this.#sought.known.get(place) ?? new Map<string, Held | null>();
    if (known.size === 0) this.#sought.known.set(place, known);
    const before = run.length < LONGEST_KNOWN ? known.get(run) : undefined;
    if (before !== undefined) return before;
    let worst: Held | null = null;
    for (const bytes of encoded.bytes()) {
      const held = this.#within(bytes, depth - 1, isCut);
      worst = held ?? worst;
      if (held === 'secret') break;
    }
    if (run.length >= LONGEST_KNOWN) return worst;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(run, worst);
    return worst;
  }

  #unpacked(packed: Buffer, packing: Packing, depth: number): Held | null {
    if (depth <= 0) return 'unlooked';
    const { id, budget } = this.#sought;
    const name = budget.found.size === 0 ? null : nameOf(packed, packing, id);
    const before = name === null ? undefined : budget.found.get(name);
    if (before !== undefined) return before;
    const { held, isFree } = this.#allowance.timed(() => this.#heldByArchive(packed, packing, depth));
    if (!isFree) budget.found.set(name ?? nameOf(packed, packing, id), held);
    return held;
  }

  #heldByArchive(
    packed: Buffer,
    packing: Packing,
    depth: number,
  ): { readonly held: Held | null; readonly isFree: boolean } {
    const most = this.#allowance.most();
    const files = unpack(packed, packing, most);
    const length =
      files === 'too-much' ? most : (files ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0);
    const isFree = this.#allowance.pay(length) === 0;
    if (files === 'too-much') return { held: 'unlooked', isFree: false };
    let held: Held | null = null;
    for (const { bytes, isCut } of files ?? []) {
      held = this.#within(bytes, depth - 1, isCut) ?? held;
      if (held === 'secret') break;
    }
    return { held, isFree };
  }
}

interface How {
  readonly isCut: boolean;
  /** Longer runs are not looked into. */
  readonly longestRun: number;
  readonly needles: MultiSearch;
  readonly depth: number;
}

function unlookedIf(held: Held): { readonly unlooked?: true } {
  return held === 'unlooked' ? { unlooked: true } : {};
}

/** An escape, or what base64 is filled up with, that the end of a text cut. */
const CUT_ESCAPE = /(?:%[\da-f]?|\\(?:u[\da-f]{0,3}|x[\da-f]?)?|&#?\w{0,8}|=[\da-f]?)$/i;

/** The beginning of a secret at the end of a text that was cut. */
function cutOf(text: string, needles: MultiSearch): Range | null {
  const found = needles.findCut(text) ?? needles.findCut(text.replace(CUT_ESCAPE, ''));
  return found === null ? null : { from: found.from, to: text.length };
}
