import { stepsOf } from '../../contract/pointer.ts';
import { shortened, visible } from '../inert.ts';
import { linesNear, type NearLines, type PrettyLine } from './json-near.ts';

/** What a finding says of a place in a body. */
export interface BodyComment {
  /** JSON Pointer into the body; '' for the body itself. */
  readonly pointer: string;
  readonly kind: 'violation' | 'drift';
  /** One sentence, code in backticks. */
  readonly message: string;
  readonly expected?: string;
  /** The id of the requirement that it breaks. */
  readonly requirement: string;
  /** True where the pointer names a member that is not there. */
  readonly isMissing?: boolean;
}

/** A line of a body that is cut around its faults, or what stands for lines. */
export type AnswerLine =
  | { readonly what: 'cut'; readonly lines: number }
  | { readonly what: 'plain'; readonly first: number; readonly texts: readonly string[] }
  | {
      readonly what: 'marked';
      readonly number: number;
      readonly text: string;
      readonly kind: BodyComment['kind'];
      readonly comments: readonly BodyComment[];
    }
  | { readonly what: 'missing'; readonly text: string; readonly comment: BodyComment };

/** A body that is cut around its faults. */
export interface AnnotatedLines {
  /** What is said of the body itself, and of what has no place in it. */
  readonly above: readonly BodyComment[];
  readonly lines: readonly AnswerLine[];
  /** As many findings are left out. */
  readonly more: number;
}

/** As many lines before and after each place; a body of so few lines, or its beginning where nothing is said of it. */
const CONTEXT = 2;
const WHOLE = 16;

/** As many places, and as many bytes of the page for them: at least one is shown. */
const MOST_PLACES = 40;
const MOST_BYTES = 36_000;

/** As many missing members of one array or object. */
const MOST_MISSING = 24;

/** As many characters of a name or a value, and of all that is said to be missing in one line. */
const MOST_OF_A_TOKEN = 240;
const MOST_OF_MISSING = 600;

/** Deeper lines are not further to the right: the text would be as long as the square of its depth. */
const DEEPEST = 24;

/** As long a line never wraps where numbers stand beside several at once. */
const SHORT = 72;

/** A line that something is said of. */
interface Spot {
  readonly line: number;
  /** Where the array or object begins that lacks something; the line itself otherwise. */
  readonly open: number;
  readonly comments: BodyComment[];
  readonly missing: {
    readonly comment: BodyComment;
    readonly rest: readonly string[];
    readonly isItem: boolean;
  }[];
}

/** Cuts a text, which must be valid JSON, around what is said of it. */
export function annotatedLines(text: string, comments: readonly BodyComment[]): AnnotatedLines {
  const near = linesNear(text, ['', ...comments.map(({ pointer }) => pointer)], WHOLE);
  const { above, spots } = spotsOf(comments, near);
  const chosen = chosenOf(spots, near);
  const shown = shownNumbers(chosen, near);
  const lines: AnswerLine[] = [];
  let last = 0;
  for (const number of shown) {
    const line = near.lines.get(number);
    if (line === undefined) continue;
    if (number > last + 1) lines.push({ what: 'cut', lines: number - last - 1 });
    last = number;
    lines.push(...linesOf(number, line, chosen.get(number)));
  }
  if (last < near.total) lines.push({ what: 'cut', lines: near.total - last });
  const told = [...chosen.values()].reduce((sum, spot) => sum + saidIn(spot), above.length);
  return { above, lines: joined(lines), more: comments.length - told };
}

function spotsOf(
  comments: readonly BodyComment[],
  { nearest }: NearLines,
): { readonly above: readonly BodyComment[]; readonly spots: readonly Spot[] } {
  const above: BodyComment[] = [];
  const spots = new Map<number, Spot>();
  const spotAt = (line: number, open: number) => {
    const spot = spots.get(line) ?? { line, open, comments: [], missing: [] };
    spots.set(line, spot);
    return spot;
  };
  for (const comment of comments) {
    const steps = stepsOf(comment.pointer);
    const { place, rest } = nearest(comment.isMissing === true ? steps.slice(0, -1) : steps);
    const name = steps.at(-1);
    if (comment.isMissing === true && name !== undefined && place.kind !== 'other') {
      const lacking = { comment, rest: [...rest, name], isItem: place.kind === 'array' };
      spotAt(place.close, place.open).missing.push(lacking);
    } else if (rest.length === steps.length) {
      above.push(comment);
    } else {
      spotAt(place.open, place.open).comments.push(comment);
    }
  }
  return { above, spots: [...spots.values()] };
}

/** Violations before drift, then from the top, as many as there is room for. */
function chosenOf(spots: readonly Spot[], near: NearLines): ReadonlyMap<number, Spot> {
  const rank = (spot: Spot) => (kindOf(spot) === 'violation' ? 0 : 1);
  const sorted = spots
    .map((spot) => ({ ...spot, missing: spot.missing.slice(0, MOST_MISSING) }))
    .sort((a, b) => rank(a) - rank(b) || a.line - b.line);
  const chosen = new Map<number, Spot>();
  let left = MOST_BYTES;
  for (const spot of sorted.slice(0, MOST_PLACES)) {
    left -= bytesOf(spot, near);
    if (left < 0 && chosen.size > 0) break;
    chosen.set(spot.line, spot);
  }
  return chosen;
}

function kindOf({ comments, missing }: Spot): BodyComment['kind'] {
  const all = [...comments, ...missing.map(({ comment }) => comment)];
  return all.some(({ kind }) => kind === 'violation') ? 'violation' : 'drift';
}

function saidIn({ comments, missing }: Spot): number {
  return comments.length + missing.length;
}

/** At least as many bytes of the page as a place with its lines takes. */
function bytesOf(spot: Spot, { lines }: NearLines): number {
  const around = numbersAround(spot).map((number) => lines.get(number));
  const texts = around.flatMap((line) => (line === undefined ? [] : [lineText(line)]));
  const said = [...spot.comments, ...spot.missing.map(({ comment }) => comment)].flatMap(
    ({ message, expected = '', requirement }) => [message, expected, requirement, requirement],
  );
  // Each quote is five characters more in the page.
  return [...texts, ...said.map((text) => visible(shortened(text, 400)))].reduce(
    (sum, text) => sum + Buffer.byteLength(text) + 5 * (text.match(/["&<>']/g)?.length ?? 0) + 60,
    0,
  );
}

function numbersAround({ line, open, comments }: Spot): readonly number[] {
  // What is missing stands before a line, which is then the first of those after it.
  const after = comments.length === 0 ? CONTEXT - 1 : CONTEXT;
  const around = Array.from({ length: CONTEXT + 1 + after }, (_, at) => line - CONTEXT + at);
  return around.includes(open) ? around : [open, ...around];
}

/** The lines that are shown, in order; one that would stand for itself is no cut. */
function shownNumbers(chosen: ReadonlyMap<number, Spot>, { total }: NearLines): readonly number[] {
  const isShort = chosen.size === 0 || total <= WHOLE;
  const wanted = isShort
    ? Array.from({ length: WHOLE }, (_, at) => at + 1)
    : [...chosen.values()].flatMap(numbersAround);
  const sorted = [...new Set(wanted)].filter((one) => one >= 1 && one <= total).sort((a, b) => a - b);
  const between = sorted.filter((one, at) => one - (sorted[at - 1] ?? 0) === 2).map((one) => one - 1);
  const end = sorted.at(-1) === total - 1 ? [total] : [];
  return [...sorted, ...between, ...end].sort((a, b) => a - b);
}

function linesOf(number: number, line: PrettyLine, spot: Spot | undefined): readonly AnswerLine[] {
  const text = lineText(line);
  const comments = spot?.comments ?? [];
  const own: AnswerLine =
    spot === undefined || comments.length === 0
      ? { what: 'plain', first: number, texts: [text] }
      : { what: 'marked', number, text, kind: kindOf({ ...spot, missing: [] }), comments };
  const lacking = (spot?.missing ?? []).map(
    ({ comment, rest, isItem }): AnswerLine => ({
      what: 'missing',
      comment,
      text: indented(line.depth + 1) + missingText(rest, isItem, comment.expected),
    }),
  );
  // Of an empty array or object the end is where it begins.
  return spot?.open === number ? [own, ...lacking] : [...lacking, own];
}

/** `+ "name": a string`, `+ "spec": { "name": a string }`, and of an array `+ a string`. */
function missingText(steps: readonly string[], isItem: boolean, expected = ''): string {
  const names = isItem ? steps.slice(1) : steps;
  const inner = names.map((name) => shortened(JSON.stringify(name), MOST_OF_A_TOKEN)).join(': { ');
  const value = shortened(expected, MOST_OF_A_TOKEN);
  const ends = ' }'.repeat(Math.max(names.length - 1, 0));
  const member = `${[inner, value].filter((part) => part !== '').join(': ')}${ends}`;
  const told = isItem && names.length > 0 ? `{ ${member} }` : member;
  return visible(`+ ${shortened(told === '' ? 'an item' : told, MOST_OF_MISSING)}`);
}

function lineText({ depth, name, value, hasComma }: PrettyLine): string {
  const own = name === null ? '' : `${shortened(name, MOST_OF_A_TOKEN)}: `;
  return visible(`${indented(depth)}${own}${shortened(value, MOST_OF_A_TOKEN)}${hasComma ? ',' : ''}`);
}

function indented(depth: number): string {
  return '  '.repeat(Math.min(depth, DEEPEST));
}

/** Plain lines that follow one another as one, unless one is so long that it may wrap. */
function joined(lines: readonly AnswerLine[]): readonly AnswerLine[] {
  const all: AnswerLine[] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (
      line.what !== 'plain' ||
      last?.what !== 'plain' ||
      !last.texts.every(isShort) ||
      !line.texts.every(isShort)
    ) {
      all.push(line);
    } else {
      all[all.length - 1] = { ...last, texts: [...last.texts, ...line.texts] };
    }
  }
  return all;
}

function isShort(text: string): boolean {
  return text.length <= SHORT && /^[ -~]*$/.test(text);
}
