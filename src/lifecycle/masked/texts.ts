import { MultiSearch } from '../../engine/secrets/multi-search.ts';

/** Shorter values stand in many words; names are replaced where they are a word of their own. */
const SHORTEST_NAME = 2;

/** A name that is as long stands nowhere by chance, in another name or not. */
const LONG_NAME = 8;

const OF_A_NAME = /\w/;

/** What joins the parts of a name, and ends a sentence too. */
const JOINTS = /[.-]/;

/** Replaces what was masked wherever it stands in a text as a word of its own, long `names` within others too; what is the run's own stays. */
export function textMask(
  masked: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
  names: ReadonlySet<string>,
): (text: string) => string {
  const search = new MultiSearch();
  const everywhere = new Set([...names].filter((name) => name.length >= LONG_NAME && !isWithin(name, own)));
  let any = false;
  for (const text of masked.keys()) {
    if (text.length < SHORTEST_NAME || own.has(text) || /^[-+.\deE]+$/.test(text)) continue;
    search.add({ text });
    any = true;
  }
  return (text) => {
    if (!any) return text;
    const found = search
      .find(text)
      .filter(({ from, to }) => everywhere.has(text.slice(from, to)) || isWord(text, from, to))
      .sort((a, b) => a.from - b.from || b.to - a.to);
    let made = '';
    let after = 0;
    for (const { from, to } of found) {
      if (from < after) continue;
      made += text.slice(after, from) + (masked.get(text.slice(from, to)) ?? '');
      after = to;
    }
    return made + text.slice(after);
  };
}

function isWithin(name: string, own: ReadonlySet<string>): boolean {
  return [...own].some((text) => text.includes(name));
}

/** Whether neither end goes on as a name. */
function isWord(text: string, from: number, to: number): boolean {
  const goesOn = (next: number, further: number) =>
    OF_A_NAME.test(text.charAt(next)) ||
    (JOINTS.test(text.charAt(next)) && OF_A_NAME.test(text.charAt(further)));
  return !goesOn(from - 1, from - 2) && !goesOn(to, to + 1);
}
