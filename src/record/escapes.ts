import type { Range } from './needles.ts';

/**
 * One character as URLs, JSON (and Markdown, and what Node prints), HTML and XML may write it. Any character can be
 * written so, in either letter case: a list of the spellings of one secret would have no end.
 */
const ESCAPE =
  /%[\da-f]{2}|\\(?:u[\da-f]{4}|u\{[\da-f]{1,6}\}|x[\da-f]{2}|[bfnrt!-/:-@[-`{-~])|&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);/gi;

const NAMED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text with its escapes undone once; null where there are none. */
export function unescaped(text: string): string | null {
  // Most texts have none, and are told so in a fraction of the time.
  if (!/[%\\&]/.test(text)) return null;
  const plain = text.replace(ESCAPE, meant);
  return plain === text ? null : plain;
}

/** Where ranges of the unescaped text stand in the text itself. */
export function inSource(text: string, ranges: readonly Range[]): Range[] {
  if (ranges.length === 0) return [];
  const marks = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const places = new Map<number, number>();
  let next = 0;
  let longer = 0;
  const placeUpTo = (last: number) => {
    for (let mark = marks[next]; mark !== undefined && mark <= last; mark = marks[next]) {
      places.set(mark, mark + longer);
      next += 1;
    }
  };
  for (const { 0: written, index } of text.matchAll(ESCAPE)) {
    placeUpTo(index - longer);
    longer += written.length - meant(written).length;
  }
  placeUpTo(Number.POSITIVE_INFINITY);
  return ranges.map(({ from, to }) => ({ from: places.get(from) ?? 0, to: places.get(to) ?? text.length }));
}

/** The character that an escape stands for; of a percent-encoded one each byte is one. */
function meant(written: string): string {
  const letter = written.charAt(1);
  if (written.length === 2) return NAMED[letter] ?? letter;
  const rest = written.slice(1).replace(/;$/, '').toLowerCase();
  const code = written.startsWith('%') ? rest : /^(?:u\{?|x|#x)([\da-f]+)\}?$/.exec(rest)?.[1];
  if (code !== undefined) return character(Number.parseInt(code, 16), written);
  return rest.startsWith('#') ? character(Number(rest.slice(1)), written) : (NAMED[rest] ?? written);
}

function character(point: number, written: string): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : written;
}
