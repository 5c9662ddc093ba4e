import { createHash } from 'node:crypto';
import { LONG, LONGEST_BY_CHANCE, needlesOf } from './forms.ts';
import { type Budget, openBudget } from './look/budget.ts';
import { type Found, united } from './look/found.ts';
import { Look, type Sought } from './look/look-through.ts';
import { MultiSearch } from './multi-search.ts';

/** Gives every place of a secret in a text, in order, none overlapping. `isCut`: the text ends before its end. */
export interface FindSecrets {
  (text: string, isCut?: boolean): readonly Found[];
  /** What is looked for now; null where nothing is. */
  readonly sought: () => Sought | null;
}

function idOf(secrets: readonly string[]): string {
  return createHash('sha256')
    .update([...secrets].sort().join('\n'))
    .digest('base64');
}

/** In clear, in other letter case, and however URLs, JSON, HTML and XML escape it; in base64, hex and what is packed in them. */
export function secretFinder(secrets: () => readonly string[], budget: Budget = openBudget()): FindSecrets {
  const deep = new MultiSearch();
  // Those and the short ones, where there are any.
  let plain = deep;
  const known = new Set<string>();
  let leastBytes = 0;
  let now: Sought | null = null;
  const sought = (): Sought | null => {
    const all = secrets();
    if (all.length !== known.size) {
      for (const secret of all.filter((one) => !known.has(one))) {
        known.add(secret);
        const isDeep = secret.length >= LONGEST_BY_CHANCE;
        if (!isDeep && plain === deep) {
          plain = new MultiSearch();
          for (const one of known) for (const needle of needlesOf(one)) plain.add(needle);
        }
        for (const needle of needlesOf(secret)) {
          plain.add(needle);
          if (isDeep && plain !== deep) deep.add(needle);
        }
        const bytes = Math.min(LONG, Buffer.byteLength(secret));
        if (isDeep) leastBytes = leastBytes === 0 ? bytes : Math.min(leastBytes, bytes);
      }
      now = { id: idOf(all), plain, deep, leastBytes, budget, known: new Map() };
    }
    return now;
  };
  const find = (text: string, isCut = false) => {
    const what = text === '' ? null : sought();
    return what === null ? [] : united(new Look(what, text.length).inText(text, isCut));
  };
  return Object.assign(find, { sought });
}
