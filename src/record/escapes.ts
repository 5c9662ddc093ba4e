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

/** A text with its escapes undone once. */
export interface Unescaped {
  readonly plain: string;
  /** Where ranges of it stand in the text itself. */
  readonly inSource: (ranges: readonly Range[]) => Range[];
}

/** Where each escape begins in the text without them, and by how much the text was longer up to its end. */
interface Marks {
  readonly begins: number[];
  readonly longer: number[];
}

/** Of longer texts the marks are made when they are asked for: most hold no secret, and millions of escapes take room. */
const LONGEST_MARKED = 1024 * 1024;

/** Undoes the escapes of a text once; null where there are none. */
export function unescaped(text: string): Unescaped | null {
  // Most texts have none, and are told so in a fraction of the time.
  if (!/[%\\&]/.test(text)) return null;
  const known: Marks | null = text.length <= LONGEST_MARKED ? { begins: [], longer: [] } : null;
  const plain = undone(text, known);
  if (plain === text) return null;
  return {
    plain,
    inSource: (ranges) => {
      if (ranges.length === 0) return [];
      const marks = known ?? { begins: [], longer: [] };
      if (known === null) undone(text, marks);
      const place = (at: number) => at + (marks.longer[countBelow(marks.begins, at) - 1] ?? 0);
      return ranges.map(({ from, to }) => ({ from: place(from), to: place(to) }));
    },
  };
}

function undone(text: string, marks: Marks | null): string {
  let longer = 0;
  return text.replace(ESCAPE, (written, index: number) => {
    const character = meant(written);
    marks?.begins.push(index - longer);
    longer += written.length - character.length;
    marks?.longer.push(longer);
    return character;
  });
}

/** How many of some rising numbers are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
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
