import { inSource, unescaped } from './escapes.ts';
import { formsOf } from './forms.ts';
import { Needles, type Range } from './needles.ts';

/** What stands in the place of a secret. */
export const REDACTED = '[REDACTED]';

/** Shorter secrets stand in ordinary words: sentences of our own could no longer be read without them. */
export const SHORTEST_IN_WORDS = 4;

/** Replaces every secret in a text. */
export type Redact = (text: string) => string;

/** Gives every place of a secret in a text, in order, none overlapping. */
export type FindSecrets = (text: string) => readonly Range[];

/** Escapes in escapes are undone so often: JSON in JSON in HTML. */
const MOST_ESCAPED = 3;

/** Finds the secrets by value; `secrets` gives those that are known at the time. */
export function redactor(secrets: () => readonly string[]): Redact {
  const find = secretFinder(secrets);
  return (text) => {
    let shown = '';
    let after = 0;
    for (const { from, to } of find(text)) {
      shown += text.slice(after, from) + REDACTED;
      after = to;
    }
    return after === 0 ? text : shown + text.slice(after);
  };
}

/** In clear, and however URLs, JSON, HTML and XML escape it; in base64 at any alignment. */
export function secretFinder(secrets: () => readonly string[]): FindSecrets {
  const needles = new Needles();
  const known = new Set<string>();
  const find = (text: string, level = 0): Range[] => {
    const found = needles.find(text);
    const plain = level < MOST_ESCAPED ? unescaped(text) : null;
    return plain === null ? found : [...found, ...inSource(text, find(plain, level + 1))];
  };
  return (text) => {
    const now = secrets();
    if (now.length !== known.size) {
      for (const secret of now.filter((one) => !known.has(one))) {
        known.add(secret);
        for (const form of formsOf(secret)) needles.add(form);
      }
    }
    return known.size === 0 ? [] : united(find(text));
  };
}

/** The ranges in order, those that overlap as one. */
function united(ranges: Range[]): readonly Range[] {
  const [first, ...others] = ranges.sort((a, b) => a.from - b.from);
  if (first === undefined) return [];
  const apart = [first];
  for (const range of others) {
    const last = apart.at(-1) ?? first;
    if (range.from >= last.to) apart.push(range);
    else apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return apart;
}
