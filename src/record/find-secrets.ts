import { LONG, LONGEST_BY_CHANCE, needlesOf } from './forms.ts';
import { type Budget, openBudget } from './look/budget.ts';
import { type Found, united } from './look/found.ts';
import { Look, type Sought } from './look/look-through.ts';
import { Needles } from './needles.ts';

/** Gives every place of a secret in a text, in order, none overlapping. `isCut`: the text ends before its end. */
export interface FindSecrets {
  (text: string, isCut?: boolean): readonly Found[];
  /** What is looked for now; null where nothing is. */
  readonly sought: () => Sought | null;
}

/** In clear, in other letter case, and however URLs, JSON, HTML and XML escape it; in base64, hex and what is packed in them. */
export function secretFinder(secrets: () => readonly string[], budget: Budget = openBudget()): FindSecrets {
  const [plain, deep] = [new Needles(), new Needles()];
  const known = new Set<string>();
  let leastBytes = 0;
  const sought = (): Sought | null => {
    const now = secrets();
    if (now.length !== known.size) {
      for (const secret of now.filter((one) => !known.has(one))) {
        known.add(secret);
        const isDeep = secret.length >= LONGEST_BY_CHANCE;
        for (const needle of needlesOf(secret)) {
          plain.add(needle);
          if (isDeep) deep.add(needle);
        }
        const bytes = Math.min(LONG, Buffer.byteLength(secret));
        if (isDeep) leastBytes = leastBytes === 0 ? bytes : Math.min(leastBytes, bytes);
      }
    }
    return known.size === 0 ? null : { plain, deep, leastBytes, budget };
  };
  const find = (text: string, isCut = false) => {
    const now = text === '' ? null : sought();
    return now === null ? [] : united(new Look(now, text.length).inText(text, isCut));
  };
  return Object.assign(find, { sought });
}
