import { isDomain, isKnownSuffix, isLineByOneNumber, isSource, mayBeFile } from './suffixes.ts';
import { nameAt, type Place, wordsOf } from './word.ts';

/** A suffix, from its dot on, and perhaps the query that a bundler puts behind it, where a number may follow. */
const SUFFIX =
  /\.([A-Za-z]\w{0,9}(?:\+\+)?)(?:\?[\w&=%./-]{0,60})?(?=["':([{#|,\s@]{1,12}(?:at |@ )?[Ll+([{]?\d)/g;

/** Two numbers, or a number and what stands beside that of a line alone. */
const TWO: readonly RegExp[] = [
  /: ?\d{1,7}:\d{1,7}(?!\w|\.\d)/y,
  /:\d{1,7},\d{1,7}(?=[-:])/y,
  /[:,]?\s?[([{]\d{1,7}[,;]\s?\d{1,7}(?:-\d{1,7})?[)\]}]/y,
  /[:,@]?[([{@]\d{1,7}:\d{1,7}(?!\w|\.\d)/y,
  /:[([]\d{1,7},\s?\d{1,7}[)\]]/y,
  /[:|,([]\s?\d{1,7}[|,;:)\]]?\s{0,2}(?:col(?:umn)?|char(?:acter)?s?|pos(?:ition)?|offset)\b\W{0,3}\d/y,
  /:\d{1,7}:in\b/y,
  /:\d{1,7}\)?\s?\+0x[\da-f]/y,
  /:\d{1,7} @ \w/y,
];

/** The same behind a blank, where hours and minutes may stand too. */
const TWO_APART = /["',:]{0,2}\s{1,9}(?:at |@ )?[([{]?(\d{1,7}):(\d{1,7})(?!\w|\.\d)/y;

/** One number. */
const ONE: readonly RegExp[] = [
  /:[Ll+]?\d{1,7}(?!\w|\.\d|-[A-Za-z]|\/)/y,
  /[([]\d{1,7}[)\]]/y,
  /\|\d{1,7}\|/y,
  /#[Ll]?\d{1,7}(?!\w|\.\d)/y,
  /: \d{1,7}:(?=\s)/y,
  /["']?[\s,]{1,2}\d{1,7}[)\]}]/y,
];

/** Within a frame one number is a line in a file of any suffix: `at remove (pools.js:88)`. */
const FRAME_BEFORE = /(?:^|[\n"|>])[ \t]{0,12}at [^\n():]{1,100} ?\($|\bat [\w$.<>/]{1,100}\($/;
const IN_FRAME = /:\d{1,7}\)/y;

/** `#L12`, as those who host code link to a line. */
const ANCHOR = /#L\d{1,7}/y;

const ENDS_A_NAME = /[\p{L}\p{N}_)\]$*+~%-]/u;

/** What stands before the path of an image: the host that keeps it, or the end of that host's port. */
const KEEPER = /^(?:(?:[\w-]{1,63}\.){1,8}([A-Za-z]{2,20})|\d{2,5})\//;

/** So many names and numbers that are no line are no error's: what is behind them is not looked at. */
const MOST = 500_000;

/** The first file and line of a text that are told by numbers alone, e.g. `x.yaml:42:18`; null where there are none. */
export function lineByNumber(text: string): string | null {
  const placeOf = wordsOf(text);
  let looks = 0;
  for (const match of text.matchAll(SUFFIX)) {
    looks += 1;
    if (looks > MOST) return null;
    const [whole, suffix = ''] = match;
    const end = numbersAt(text, match.index + whole.length, suffix, match.index, placeOf(match.index));
    if (end !== null) return nameAt(text, match.index) + text.slice(match.index, end);
  }
  return null;
}

/** Where the numbers end that make a line of a file; null where they are none. */
function numbersAt(text: string, at: number, suffix: string, dot: number, place: Place): number | null {
  const { kind, mailed } = place;
  if (kind === 'host' && !mailed) return null;
  if (!ENDS_A_NAME.test(text.charAt(dot - 1))) return null;
  const before = nameAt(text, dot, place.start);
  const name = before.slice(Math.max(...[...'([{'].map((bracket) => before.lastIndexOf(bracket))) + 1);
  if (/^[ap]\.m$/i.test(`${name}.${suffix}`)) return null;
  const isPath = kind === 'absolute' || kind === 'relative' || kind === 'url';
  if (isPath || mayBeFile(name, suffix)) {
    const end = endOfTwo(text, at, suffix);
    // What is called with two numbers is no file.
    const isCall = kind === 'bare' && text.charAt(at) === '(' && !isKnownSuffix(suffix);
    if (end !== null && !isCall) return end;
  }
  if (kind === 'url') return isSource(suffix) ? endOf(ANCHOR, text, at) : null;
  if (kind === 'absolute') return firstEnd(ONE, text, at);
  // Behind an `@`, a colon and a number are a port.
  if (mailed && text.charAt(at) === ':') return null;
  const anchor = mayBeFile(name, suffix) ? endOf(ANCHOR, text, at) : null;
  if (anchor !== null) return anchor;
  if (isLineByOneNumber(suffix) && !isImage(name, suffix)) {
    return kind === 'relative' || mayBeFile(name, suffix) ? firstEnd(ONE, text, at) : null;
  }
  return isInFrame(text, dot - name.length) && !isHost(name, suffix) ? endOf(IN_FRAME, text, at) : null;
}

function isInFrame(text: string, start: number): boolean {
  return FRAME_BEFORE.test(text.slice(Math.max(0, start - 130), start));
}

function isHost(name: string, suffix: string): boolean {
  return isDomain(suffix) && (!isSource(suffix) || name.includes('.'));
}

function endOfTwo(text: string, at: number, suffix: string): number | null {
  const end = firstEnd(TWO, text, at);
  if (end !== null) return end;
  TWO_APART.lastIndex = at;
  const apart = TWO_APART.exec(text);
  if (apart === null) return null;
  const [, line = '', column = ''] = apart;
  const isTime = column.length === 2 && Number(line) < 24 && Number(column) < 60;
  return isTime && !isLineByOneNumber(suffix) ? null : at + apart[0].length;
}

/** An image of a registry may be called like a file of Python, and its tag may be a number. */
function isImage(name: string, suffix: string): boolean {
  if (suffix.toLowerCase() !== 'py') return false;
  const [whole, domain] = KEEPER.exec(name) ?? [];
  return whole !== undefined && (domain === undefined || isDomain(domain));
}

function firstEnd(notations: readonly RegExp[], text: string, at: number): number | null {
  for (const notation of notations) {
    const end = endOf(notation, text, at);
    if (end !== null) return end;
  }
  return null;
}

function endOf(notation: RegExp, text: string, at: number): number | null {
  notation.lastIndex = at;
  const found = notation.exec(text);
  return found === null ? null : at + found[0].length;
}
