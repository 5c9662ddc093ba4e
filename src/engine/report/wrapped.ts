import stringWidth from 'string-width';

/** As many columns as a terminal has that does not tell its own. */
export const USUAL_COLUMNS = 80;

/** Nearly every text is of these alone, a column each; our own marks are among them. */
const NARROW = /^[ -~·…✓✗]*$/;

/** What is not broken at its blanks: a command in backticks is one word, and a number with what it counts. */
const WORD = /(?:`npx [^`]{1,80}`|\d (?=(?:m?s|min|times)\b)|[^ ])+/g;

/** What is not broken even where it is wider than the terminal: a command, and a URL; the path of a file, too. */
const WHOLE = /`npx |:\/\//;

/** A line that is shorter than this holds no word worth reading; in columns. */
const LEAST = 20;

/** How many columns a text takes on a terminal: two for a wide character, none for what is put upon another. */
export function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/**
 * A text of one line in lines of at most so many columns, broken at blanks; `used` columns of the first one are taken. A
 * word that is wider is broken where it must be, but for a URL, a path and a command, which nobody could use then.
 */
export function wrapped(text: string, columns: number, used = 0): readonly string[] {
  const most = Math.max(columns, LEAST);
  if (columnsOf(text) <= most - used) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of (text.match(WORD) ?? ['']).flatMap((one) => pieces(one, most - used))) {
    const room = lines.length === 0 ? most - used : most;
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** At most so many such lines; the last one says by three dots that more is left out. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  // Two columns at least are made free for them.
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{0,2}$/u, '')} …`];
}

/** The word in pieces of at most so many columns. */
function pieces(word: string, most: number): readonly string[] {
  const isPath = word.startsWith('/') || word.startsWith('`/');
  if (columnsOf(word) <= most || isPath || WHOLE.test(word)) return [word];
  const found: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter('en').segment(word)) {
    if (piece !== '' && columnsOf(piece + segment) > most) {
      found.push(piece);
      piece = segment;
    } else piece += segment;
  }
  return [...found, piece];
}

/** How a text stands beside its label. */
export interface Hanging {
  readonly columns: number;
  /** Colours the label, and each line of the text: a colour has no width. */
  readonly paintLabel?: (label: string) => string;
  readonly paint?: (line: string) => string;
  /** How far its further lines stand in; as the first one where it is left out. */
  readonly indent?: number;
}

/** A text behind a label, wrapped below its own beginning. */
export function hanging(
  label: string,
  text: string,
  { columns, paintLabel = same, paint = same, indent = columnsOf(label) }: Hanging,
): readonly string[] {
  const lines = wrapped(text, columns - indent, columnsOf(label) - indent);
  return lines.map((line, index) => (index === 0 ? paintLabel(label) : ' '.repeat(indent)) + paint(line));
}

function same(text: string): string {
  return text;
}
