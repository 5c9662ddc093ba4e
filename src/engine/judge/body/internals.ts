import { isObject } from '../../contract/json-value.ts';
import { DEEPEST } from './body.ts';
import { surveyed } from './extent.ts';
import { lineByNumber } from './internals/by-number.ts';
import { lineByWord } from './internals/by-word.ts';
import { traceIn } from './internals/frames.ts';
import { saysTrace } from './internals/member-names.ts';
import { besideIn } from './internals/members.ts';
import { plainText } from './internals/plain.ts';

/** A stack trace, or a file and a line, and where in a value it stands. */
export interface Internals {
  /** The steps to the member whose text shows it, or to one of the members side by side that do. */
  readonly steps: readonly (string | number)[];
  /** As it stands there. */
  readonly found: string;
}

/** No shorter text shows a file and a line. */
const SHORTEST = 'a.c:1'.length;

/** Most names of members, and many ids, are one word, which shows nothing. */
const ONE_WORD = /^[\w-]*$/;

/** The frames that make a stack trace, where the name of a member does not say that it is one. */
const FRAMES = 2;

/** JSON within a text is read as far as this. */
const WITHIN = { characters: 4_000_000, levels: DEEPEST, values: 200_000, layers: 3 };

const BRACKETS = [
  ['{', '}'],
  ['[', ']'],
] as const;

/** As many texts, of at most so many characters, are known again: an endpoint has few errors, and shows them often. */
const KNOWN = { texts: 500, characters: 1000 };

/** What texts show, by the fewest frames. */
const known = new Map<number, Map<string, string | null>>();

/** The first stack trace or file and line in a text, however it is escaped; null where there is none. */
export function internalsIn(text: string, fewestFrames = FRAMES): string | null {
  if (text.length < SHORTEST || ONE_WORD.test(text)) return null;
  if (text.length > KNOWN.characters) return lookedFor(text, fewestFrames);
  const ofTexts = known.get(fewestFrames) ?? new Map<string, string | null>();
  const before = ofTexts.get(text);
  if (before !== undefined) return before;
  const found = lookedFor(text, fewestFrames);
  if (ofTexts.size >= KNOWN.texts) ofTexts.clear();
  known.set(fewestFrames, ofTexts.set(text, found));
  return found;
}

function lookedFor(text: string, fewestFrames: number): string | null {
  const plain = plainText(text);
  return lineByNumber(plain) ?? lineByWord(plain) ?? traceIn(plain, fewestFrames);
}

/** A value that is yet to be looked at. */
interface Waiting {
  readonly value: unknown;
  readonly path: Path | null;
  /** True where the name of the member says that it is a stack trace. */
  readonly isTrace: boolean;
  /** How many texts it was read from, one within the other. */
  readonly layer: number;
  /** True where what it holds was looked at already: a finding there points deeper. */
  readonly isSeen: boolean;
}

/** The last step to a value, and those before it. */
interface Path {
  readonly before: Path | null;
  readonly step: string | number;
}

/** The first stack trace, or file and line, that a value shows at any depth: in a text, in a name, or in members side by side. */
export function internalsOf(body: unknown): Internals | null {
  const waiting: Waiting[] = [{ value: body, path: null, isTrace: false, layer: 0, isSeen: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const inner = next.isSeen ? [] : inside(next);
    if (inner.length === 0 || typeof next.value === 'string') {
      const found = shownBy(next);
      if (found !== null) return found;
    } else {
      waiting.push({ ...next, isSeen: true });
    }
    // The last that is put here is looked at first.
    for (const one of inner.reverse()) waiting.push(one);
  }
  return null;
}

function shownBy({ value, path, isTrace, layer }: Waiting): Internals | null {
  const fewest = isTrace ? 1 : FRAMES;
  const stepsTo = (member: string | number) => (layer === 0 ? [...stepsOf(path), member] : stepsOf(path));
  if (typeof value === 'string') {
    const found = internalsIn(value, fewest);
    return found === null ? null : { steps: stepsOf(path), found };
  }
  const beside = besideIn(value, isTrace);
  if (beside !== null) return { steps: stepsTo(beside.member), found: beside.found };
  if (Array.isArray(value)) {
    // The lines of a trace may be items.
    const lines = value.filter((one) => typeof one === 'string');
    const found = lines.length < 2 ? null : traceIn(plainText(lines.join('\n')), fewest);
    return found === null ? null : { steps: stepsOf(path), found };
  }
  const name = isObject(value) ? Object.keys(value).find((one) => internalsIn(one) !== null) : undefined;
  return name === undefined ? null : { steps: stepsTo(name), found: name };
}

function inside(whole: Waiting): Waiting[] {
  if (typeof whole.value === 'string') return embedded(whole);
  const { value, path, isTrace, layer } = whole;
  const to = (step: string | number) => (layer === 0 ? { before: path, step } : path);
  if (Array.isArray(value)) {
    return value.map((one: unknown, at) => ({ value: one, path: to(at), isTrace, layer, isSeen: false }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, one]) => ({
    value: one,
    path: to(name),
    isTrace: saysTrace(name),
    layer,
    isSeen: false,
  }));
}

/** What stands in a text as JSON, e.g. the answer of another service; the steps to it end at the text. */
function embedded({ value, path, isTrace, layer }: Waiting): Waiting[] {
  if (typeof value !== 'string' || value.length > WITHIN.characters || layer >= WITHIN.layers) return [];
  return BRACKETS.flatMap(([open, close]) => {
    const [from, to] = [value.indexOf(open), value.lastIndexOf(close)];
    const text = from < 0 || to < from ? '' : value.slice(from, to + 1);
    const read = text === '' || surveyed(text, WITHIN).beyond !== null ? undefined : parsed(text);
    return read === undefined ? [] : [{ value: read, path, isTrace, layer: layer + 1, isSeen: false }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stepsOf(path: Path | null): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = path; at !== null; at = at.before) steps.push(at.step);
  return steps.reverse();
}
