import { secretFinder } from './find-secrets.ts';
import { Placeholders, REDACTED } from './placeholders.ts';
import { redactJson } from './redact-json.ts';
import { type RedactPieces, redactPieces } from './redact-pieces.ts';

export { REDACTED };

/** Shorter secrets stand in ordinary words: sentences of our own could no longer be read without them. */
export const SHORTEST_IN_WORDS = 4;

/** Replaces every secret in a text. */
export interface Redact {
  (text: string): string;
  /** The same in a body: where that is JSON it stays JSON, and what differed in it still differs. */
  readonly inBody: (text: string) => string;
  /** The same in a body that comes in pieces. */
  readonly inPieces: () => RedactPieces;
  /** How many secrets are known: while they stay the same, so does what is made of a text. */
  readonly known: () => number;
}

/** The longest that one byte of a secret becomes: URL-encoded again and again, or `&#x000000041;`. */
export const LONGEST_ESCAPE = 16;

/** Finds the secrets by value; `secrets` gives those that are known at the time. */
export function redactor(secrets: () => readonly string[]): Redact {
  const find = secretFinder(secrets);
  const placeholders = new Placeholders(secrets);
  const redact = (text: string) => {
    let shown = '';
    let after = 0;
    for (const { from, to } of find(text)) {
      shown += text.slice(after, from) + REDACTED;
      after = to;
    }
    return after === 0 ? text : shown + text.slice(after);
  };
  const inBody = (text: string) => redactJson(text, { find, placeholders }) ?? redact(text);
  const inPieces = () => {
    const longest = Math.max(0, ...secrets().map((secret) => Buffer.byteLength(secret)));
    return redactPieces({ find, inBody, redact, overlap: longest * LONGEST_ESCAPE });
  };
  const known = () => secrets().length;
  return Object.assign(redact, { inBody: asBefore(inBody, known), inPieces, known });
}

/** As many texts, of at most so many characters, are known again: most looks find what the one before found. */
const KNOWN = { texts: 16, characters: 100_000 };

/** Does the same work on the same text once, as long as the version stays what it was. */
function asBefore(act: (text: string) => string, versionNow: () => number): (text: string) => string {
  const known = new Map<string, string>();
  let version = versionNow();
  return (text) => {
    if (text.length > KNOWN.characters) return act(text);
    if (versionNow() !== version || known.size === KNOWN.texts) known.clear();
    version = versionNow();
    const result = known.get(text) ?? act(text);
    known.set(text, result);
    return result;
  };
}
