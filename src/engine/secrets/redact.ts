import type { Names } from '../model/resource.ts';
import { secretFinder } from './find-secrets.ts';
import { type Budget, openBudget } from './look/budget.ts';
import type { Found, Packed } from './look/found.ts';
import type { Search } from './look/look-through.ts';
import { Look } from './look/look-through.ts';
import { openSearch } from './look/search.ts';
import { Placeholders, REDACTED } from './placeholders.ts';
import { redactJson } from './redact-json.ts';
import { type RedactPieces, redactPieces } from './redact-pieces.ts';

export { REDACTED };

/** Shorter secrets stand in ordinary words: sentences of our own could no longer be read without them. */
export const SHORTEST_IN_WORDS = 4;

/** Replaces every secret in a text. */
export interface Redact {
  (text: string): string;
  /** The same in a text that ends before its end. */
  readonly ofCut: (text: string) => string;
  /** The same in a body, cut or not: where that is JSON it stays JSON, and what differed in it still differs. */
  readonly inBody: (text: string, isCut?: boolean) => string;
  /** The same in a body that comes in pieces. */
  readonly inPieces: () => RedactPieces;
  /** What bytes hold that are, or have in them, an archive, so that nothing can be replaced in them; null for no secret. */
  readonly packedIn: (bytes: Buffer, isBrotli: boolean) => Packed | null;
  /** The same for bytes that come in pieces; null where there is no secret to look for. */
  readonly search: () => Search | null;
  /** How many secrets are known: while they stay the same, so does what is made of a text. */
  readonly known: () => number;
}

/** The longest that one byte of a secret becomes: URL-encoded again and again, or `&#x000000041;`. */
const LONGEST_ESCAPE = 16;

/** As many characters as no form of the secrets is longer than. */
export function longestForm(secrets: readonly string[]): number {
  return Math.max(0, ...secrets.map((secret) => Buffer.byteLength(secret))) * LONGEST_ESCAPE;
}

/** So often what was replaced is looked through again. */
const MOST_ROUNDS = 4;

/** Finds the secrets by value; `secrets` gives those that are known at the time. `budget`: that of the run. */
export function redactor(secrets: () => readonly string[], budget: Budget = openBudget()): Redact {
  const find = secretFinder(secrets, budget);
  const placeholders = new Placeholders(secrets);
  const once = (text: string, found: readonly Found[]) => {
    let shown = '';
    let after = 0;
    for (const { from, to, unlooked } of found) {
      const instead = unlooked === true ? placeholders.ofUnlooked(text.slice(from, to)) : REDACTED;
      shown += text.slice(after, from) + instead;
      after = to;
    }
    return shown + text.slice(after);
  };
  const replaced = (text: string, isCut: boolean) => {
    let shown = text;
    // What stood on both sides of a secret may be another one.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const found = find(shown, isCut);
      if (found.length === 0) return shown;
      shown = once(shown, found);
    }
    return find(shown, isCut).length === 0 ? shown : REDACTED;
  };
  const known = () => secrets().length;
  const redact = asBefore((text) => replaced(text, false), known, KNOWN_LINES);
  const ofCut = (text: string) => replaced(text, true);
  const inBody = (text: string, isCut = false) =>
    redactJson(text, { find, placeholders }, isCut) ?? replaced(text, isCut);
  const inPieces = () => redactPieces({ find, inBody, redact, overlap: longestForm(secrets()) });
  const packedIn = (bytes: Buffer, isBrotli: boolean) => {
    const sought = find.sought();
    return sought === null ? null : new Look(sought, bytes.length).inArchives(bytes, isBrotli);
  };
  const search = () => {
    const sought = find.sought();
    return sought === null ? null : openSearch(sought, longestForm(secrets()));
  };
  return Object.assign(redact, {
    ofCut,
    inBody: asBefore(inBody, known, KNOWN),
    inPieces,
    packedIn,
    search,
    known,
  });
}

/** Replaces every secret in the names that a request is asked for. */
export function redactNames({ project, collection, item }: Names, redact: Redact): Names {
  return {
    project: redact(project),
    collection: redact(collection),
    item: redact(item),
  };
}

/** Replaces every secret in bytes that are no text, byte by byte: latin1 keeps each. */
export function redactBytes(bytes: Buffer, redact: Redact, isCut: boolean): Buffer {
  return Buffer.from(redact.inBody(bytes.toString('latin1'), isCut), 'latin1');
}

/** As many texts, of at most so many characters, are known again: most looks find what the one before found. */
const KNOWN = { texts: 16, characters: 100_000 };

/** The same of names and values of headers, which come with every answer. */
const KNOWN_LINES = { texts: 500, characters: 1000 };

type InBody = Redact['inBody'];

/** Does the same work on the same text once, as long as the version stays what it was. */
function asBefore(act: InBody, versionNow: () => number, most: typeof KNOWN): InBody {
  const known = new Map<string, string>();
  let version = versionNow();
  return (text, isCut = false) => {
    if (isCut || text.length > most.characters) return act(text, isCut);
    if (versionNow() !== version || known.size === most.texts) known.clear();
    version = versionNow();
    const result = known.get(text) ?? act(text);
    known.set(text, result);
    return result;
  };
}
