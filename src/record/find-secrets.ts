import { unescaped } from './escapes.ts';
import { formsOf } from './forms.ts';
import { Needles, type Range } from './needles.ts';

/** Gives every place of a secret in a text, in order, none overlapping. */
export type FindSecrets = (text: string) => readonly Range[];

/** Escapes in escapes are undone so often: JSON in JSON in HTML. */
const MOST_ESCAPED = 3;

/** In clear, and however URLs, JSON, HTML and XML escape it; in base64 at any alignment. */
export function secretFinder(secrets: () => readonly string[]): FindSecrets {
  const needles = new Needles();
  const known = new Set<string>();
  const find = (text: string, level = 0): Range[] => {
    const found = needles.find(text);
    const undone = level < MOST_ESCAPED ? unescaped(text) : null;
    return undone === null ? found : [...found, ...undone.inSource(find(undone.plain, level + 1))];
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
