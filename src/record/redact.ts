import { secretFinder } from './find-secrets.ts';
import { Placeholders, REDACTED } from './placeholders.ts';
import { redactJson } from './redact-json.ts';

export { REDACTED };

/** Shorter secrets stand in ordinary words: sentences of our own could no longer be read without them. */
export const SHORTEST_IN_WORDS = 4;

/** Replaces every secret in a text. */
export interface Redact {
  (text: string): string;
  /** The same in a body: where that is JSON it stays JSON, and what differed in it still differs. */
  readonly inBody: (text: string) => string;
}

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
  return Object.assign(redact, { inBody: asBefore(inBody, () => secrets().length) });
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
