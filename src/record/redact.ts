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
  return Object.assign(redact, {
    inBody: (text: string) => redactJson(text, { find, placeholders }) ?? redact(text),
  });
}
