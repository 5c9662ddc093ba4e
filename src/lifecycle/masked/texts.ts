import { MultiSearch } from '../../engine/secrets/multi-search.ts';

/** Shorter values stand in many words; names are replaced where they are a word of their own. */
const SHORTEST_NAME = 2;

/** What a name may go on with, so that it is another one. */
const IN_A_NAME = /[\w.-]/;

/** Replaces what was masked wherever it stands in a text as a word of its own; what is the run's own stays. */
export function textMask(
  masked: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
): (text: string) => string {
  const search = new MultiSearch();
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
      .filter(({ from, to }) => !IN_A_NAME.test(text.charAt(from - 1)) && !IN_A_NAME.test(text.charAt(to)))
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
