import { createHash } from 'node:crypto';
import { digestOf } from '../../engine/contract/digest.ts';
import type { BriefResource, ResourceView } from '../../engine/model/resource.ts';

/** As many entries of large Lists as a run tells apart: of each some hundred bytes stay in memory. */
export const MOST_ENTRIES = 250_000;

/** So many have their `spec` kept as it came, where it is short: a pool of that size is told of in full. */
const MOST_SPECS = 2000;
const LONGEST_SPEC = 4096;

/** As many of the run's own template as are kept in any case. */
const MOST_OWN = 1000;

/** As many texts are known again at a time. */
const MOST_TEXTS = 300_000;

/** What stands for an item that is no resource. */
export const NONE = -1;

/** The table has no more room. */
export const FULL = -2;

/** Every entry that the large Lists of a run had, each once: most Lists have what the one before had. */
export class ViewTable {
  readonly entries: BriefResource[];
  readonly #readItem: (value: unknown) => ResourceView | null;
  readonly #isOwn: (view: ResourceView) => boolean;
  readonly #byContent = new Map<string, number>();
  readonly #byText = new Map<string, number>();
  readonly #words = new Map<string, string>();
  /** The text that was asked for last, which is the one that is added next. */
  #asked = { text: '', hash: hashOf('') };
  #own = 0;

  /** `entries`: those of an earlier process of the run. */
  constructor(
    readItem: (value: unknown) => ResourceView | null,
    isOwn: (view: ResourceView) => boolean,
    entries: BriefResource[] = [],
  ) {
    this.#readItem = readItem;
    this.#isOwn = isOwn;
    this.entries = entries;
  }

  /** The place of an entry that came in these words before; undefined where none did. */
  placeOf(text: string): number | undefined {
    if (text !== this.#asked.text) this.#asked = { text, hash: hashOf(text) };
    return this.#byText.get(this.#asked.hash);
  }

  /** The place of an entry, which came in these words. */
  add(value: unknown, text: string): number {
    const place = this.#placeOfValue(value, text);
    if (place === FULL) return FULL;
    if (this.#byText.size === MOST_TEXTS) this.#byText.clear();
    this.#byText.set(text === this.#asked.text ? this.#asked.hash : hashOf(text), place);
    return place;
  }

  #placeOfValue(value: unknown, text: string): number {
    const read = this.#readItem(value);
    if (read === null) return NONE;
    const isOwn = this.#isOwn(read) && this.#own < MOST_OWN;
    const isKept = isOwn || (this.entries.length < MOST_SPECS && text.length <= LONGEST_SPEC);
    const view = this.#briefly(read, isKept);
    const content = contentOf(view);
    // Those of an earlier process are looked through where there is more to add.
    if (this.#byContent.size === 0)
      for (const [at, entry] of this.entries.entries()) this.#byContent.set(contentOf(entry), at);
    const before = this.#byContent.get(content);
    if (before !== undefined) return before;
    if (this.entries.length >= MOST_ENTRIES && !isOwn) return FULL;
    if (isOwn) this.#own += 1;
    this.#byContent.set(content, this.entries.length);
    return this.entries.push(view) - 1;
  }

  #briefly(read: ResourceView, isKept: boolean): BriefResource {
    const { uids } = read;
    const digest = read.spec === undefined ? undefined : digestOf(read.spec);
    return {
      item: read.item,
      name: read.name,
      creationTimestamp: this.#word(read.creationTimestamp),
      phase: this.#word(read.phase),
      version: this.#word(read.version),
      inputs: isKept ? read.inputs : undefined,
      spec: isKept ? read.spec : digest,
      ...(digest === undefined ? {} : { specHash: digest.hash }),
      ...(uids === undefined ? {} : { uids }),
    };
  }

  /** The same text once: thousands have the same phase. */
  #word(text: string | null): string | null {
    if (text === null || this.#words.size > 10_000) return text;
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    this.#words.set(text, text);
    return text;
  }
}

/** The same for entries of which the same is known. */
function contentOf(view: BriefResource): string {
  const { item, name, creationTimestamp, phase, version, specHash = null, uids } = view;
  return hashOf(JSON.stringify([item, name, creationTimestamp, phase, version, specHash, ...(uids ?? [])]));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().toString('latin1', 0, 16);
}
