import { isDateTime } from '../../engine/contract/date-time.ts';
import { Digest, digestOf } from '../../engine/contract/digest.ts';
import { ExactNumber } from '../../engine/contract/exact-number.ts';
import type { BriefResource, Names, ResourceView } from '../../engine/model/resource.ts';
import type { Resource } from '../walk/walked-suite.ts';
import type { Salted } from './salted.ts';

/** What stands between the name of a collection and that of an item. */
const JOINT = '-';

/** What neighbours are masked by. */
export interface MaskBy {
  readonly resource: Pick<
    Resource,
    'readItem' | 'readList' | 'readListedBriefly' | 'readShown' | 'documented' | 'operations'
  >;
  /** Of the run's own. */
  readonly names: Names;
  readonly salted: Salted;
  /** Values that say nothing of anybody: the description lists them. */
  readonly kept: ReadonlySet<string>;
}

/** Masks what is told of neighbours, and remembers what it masked. */
export class Neighbours {
  /** What stood there, with what stands there now. */
  readonly masked = new Map<string, string>();
  /** Those of what stood there that are names of neighbours. */
  readonly names = new Set<string>();
  readonly #by: MaskBy;
  /** The hash of a `spec`, with that of its mask: of long Lists the hash alone is known. */
  readonly #specs = new Map<string, string>();

  constructor(by: MaskBy) {
    this.#by = by;
  }

  /** Whether something is told of an item that is not the run's own. */
  isOne(view: ResourceView | null): boolean {
    return view === null || view.item !== this.#by.names.item;
  }

  /** A neighbour as a List or a Show has it, with its documented members' names and nothing else of its own. */
  value(value: unknown, view: ResourceView | null): unknown {
    const spec = view?.spec;
    this.#named(view);
    const owner = this.#ownerOf(view);
    const made = this.#masked(value, owner);
    if (spec !== undefined) this.#specs.set(digestOf(spec).hash, this.#specHash(spec, owner));
    return made;
  }

  /** Has the hashes of what a long List kept whole remembered, so that all entries with an equal `spec` stay equal. */
  learn(entry: BriefResource): void {
    const { spec, specHash } = entry;
    if (spec === undefined || spec instanceof Digest || specHash === undefined) return;
    this.#specs.set(specHash, this.#specHash(spec, this.#ownerOf(entry)));
  }

  /** An entry of a long List. */
  brief(entry: BriefResource): BriefResource {
    const owner = this.#ownerOf(entry);
    this.#named(entry);
    const { name, item, creationTimestamp, version, phase, spec, specHash, uids } = entry;
    const text = (value: string | null) => (value === null ? null : this.#text(value, owner));
    const hash =
      specHash === undefined ? undefined : (this.#specs.get(specHash) ?? this.#by.salted.hash(specHash));
    const kept = spec === undefined || spec instanceof Digest ? undefined : this.#masked(spec, owner);
    const masked = kept ?? (hash === undefined ? undefined : new Digest(hash));
    return {
      ...{ name: text(name), item: text(item), creationTimestamp: text(creationTimestamp) },
      ...{ version: text(version), phase: text(phase) },
      inputs: this.#by.resource.readItem({ spec: masked })?.inputs,
      spec: masked,
      ...(hash === undefined ? {} : { specHash: hash }),
      ...(uids === undefined
        ? {}
        : {
            uids: new Map([...uids].map(([key, uid]) => [this.#uidKey(key, owner), this.#text(uid, owner)])),
          }),
    };
  }

  #named(view: ResourceView | null): void {
    for (const name of [view?.name, view?.item]) if (typeof name === 'string') this.names.add(name);
  }

  /** Kind, namespace and name of a resource, as a JSON array. */
  #uidKey(key: string, owner: string): string {
    const parts = JSON.parse(key) as readonly unknown[];
    return JSON.stringify(parts.map((part) => (typeof part === 'string' ? this.#text(part, owner) : part)));
  }

  /** Whom the times of an entry are of: without a \`spec\` its name alone says it. */
  #ownerOf(view: ResourceView | null): string {
    return view?.item ?? this.#withoutCollection(view?.name ?? '');
  }

  #withoutCollection(name: string): string {
    const begin = this.#by.names.collection + JOINT;
    return name.startsWith(begin) ? name.slice(begin.length) : name;
  }

  #specHash(spec: unknown, owner: string): string {
    return spec instanceof Digest
      ? this.#by.salted.hash(spec.hash)
      : digestOf(this.#masked(spec, owner)).hash;
  }

  /** What is read nests no deeper than a thousand levels. */
  #masked(value: unknown, owner: string, isMap = false): unknown {
    if (typeof value === 'string') return this.#text(value, owner);
    if (value instanceof ExactNumber) return this.#scalar(value.text, value.key);
    if (typeof value === 'number') return this.#scalar(String(value), new ExactNumber(String(value)).key);
    if (typeof value === 'boolean') return this.#by.salted.token(String(value), 'boolean');
    if (Array.isArray(value)) return value.map((one) => this.#masked(one, owner));
    if (typeof value !== 'object' || value === null) return value;
    const { names, maps } = this.#by.resource.documented;
    const members = Object.entries(value).map(([name, one]) => [
      isMap || !names.has(name) ? this.#text(name, owner) : name,
      this.#masked(one, owner, maps.has(name) && !isMap),
    ]);
    return Object.fromEntries(members);
  }

  #scalar(text: string, key: string): string {
    const token = this.#by.salted.token(key, 'number');
    this.masked.set(text, token);
    return token;
  }

  #text(text: string, owner: string): string {
    const { names, kept, salted } = this.#by;
    if (text === '' || kept.has(text) || Object.values(names).includes(text)) return text;
    const rest = this.#withoutCollection(text);
    // A name that begins with the collection's holds the item's own.
    const made = isDateTime(text)
      ? salted.time(text, owner)
      : text.slice(0, text.length - rest.length) + salted.token(rest);
    this.masked.set(text, made);
    return made;
  }
}
