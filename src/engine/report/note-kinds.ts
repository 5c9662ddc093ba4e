import type { Note } from '../model/evidence.ts';

/** Notes that differ in nothing but numbers. */
export interface NoteKind {
  /** The first one's; where their numbers differ three dots stand in place of each that does. */
  readonly message: string;
  readonly count: number;
  /** The indexes that they give, each once, in order. */
  readonly exchanges: readonly number[];
}

/** A number, but none within a word. */
const NUMBER = /(?<![\p{L}\p{N}_-])\d+(?:[.,:]\d+)*(?![\p{L}\p{N}_-])/gu;

/** A status tells kinds apart: another one is another cause. */
const STATUS = /^[1-5]\d\d$/;

/** What stands behind a number that counts or measures, and is no status. */
const UNIT = /^ (?:m?s|min|h|bytes|[KMG]iB|times|tries|more)\b/;

/** The notes of a run, those of one kind as one, in the order of the first of each. */
export function noteKinds(notes: readonly Note[]): readonly NoteKind[] {
  const kinds = new Map<string, { texts: Pieces[]; exchanges: Set<number> }>();
  for (const { message, exchange } of notes) {
    const pieces = piecesOf(message);
    const key = JSON.stringify(pieces.between);
    const kind = kinds.get(key) ?? { texts: [], exchanges: new Set() };
    kind.texts.push(pieces);
    if (exchange !== undefined) kind.exchanges.add(exchange);
    kinds.set(key, kind);
  }
  return [...kinds.values()].map(({ texts, exchanges }) => ({
    message: togetherOf(texts),
    count: texts.length,
    exchanges: [...exchanges].sort((a, b) => a - b),
  }));
}

/** A message between its numbers, and those; one piece more than there are numbers. */
interface Pieces {
  readonly between: readonly string[];
  readonly numbers: readonly string[];
}

function piecesOf(message: string): Pieces {
  const between: string[] = [];
  const numbers: string[] = [];
  let from = 0;
  for (const { 0: number, index } of message.matchAll(NUMBER)) {
    const end = index + number.length;
    if (STATUS.test(number) && !UNIT.test(message.slice(end))) continue;
    between.push(message.slice(from, index));
    numbers.push(number);
    from = end;
  }
  return { between: [...between, message.slice(from)], numbers };
}

function togetherOf(texts: readonly Pieces[]): string {
  const [first = { between: [], numbers: [] }] = texts;
  const numbers = first.numbers.map((one, at) =>
    texts.every((other) => other.numbers[at] === one) ? one : '…',
  );
  return first.between.map((text, at) => text + (numbers[at] ?? '')).join('');
}
