import { createScanner } from 'jsonc-parser';
import { stepsOf } from '../../contract/pointer.ts';
import { TOKEN } from '../../json-tokens.ts';

/** A line of the pretty text, its tokens as they came. */
export interface PrettyLine {
  readonly depth: number;
  /** With its quotes and escapes; null where the line has none. */
  readonly name: string | null;
  readonly value: string;
  readonly hasComma: boolean;
}

/** Where a value stands: the numbers of its first and its last line, from 1. */
export interface Place {
  readonly open: number;
  readonly close: number;
  readonly kind: 'object' | 'array' | 'other';
}

/** The lines of a pretty text that stand near what was looked for. */
export interface NearLines {
  /** As many as the whole pretty text has. */
  readonly total: number;
  /** Those that were kept, by number. */
  readonly lines: ReadonlyMap<number, PrettyLine>;
  /** The place of the innermost value on the way to a pointer's, and the steps from there that lead nowhere. */
  readonly nearest: (steps: readonly string[]) => { readonly place: Place; readonly rest: readonly string[] };
}

/** A value that is looked for, or that has one within it. */
interface Wanted {
  readonly inner: Map<string, Wanted>;
  place: Found | null;
}

interface Found extends Place {
  close: number;
  /** Of two members of one name the last counts, with what stands in it. */
  readonly within: Found | null;
}

interface Level {
  readonly isArray: boolean;
  readonly wanted: Wanted | undefined;
  readonly place: Found | null;
  index: number;
  name: string;
}

/** In these nothing is looked for, and a body may have millions of them. */
const ELSEWHERE = { wanted: undefined, place: null, index: 0, name: '' };
const OTHER_ARRAY: Level = { ...ELSEWHERE, isArray: true };
const OTHER_OBJECT: Level = { ...ELSEWHERE, isArray: false };

interface OwnLine extends PrettyLine {
  name: string | null;
  value: string;
  hasComma: boolean;
  isNear: boolean;
}

/**
 * Goes once through a JSON text, which must be valid, as it would be printed with a member a line, and keeps the lines
 * around the values that the pointers name and around those that these stand in.
 */
export function linesNear(text: string, pointers: Iterable<string>, around: number): NearLines {
  const root = wantedOf(pointers);
  const scanner = createScanner(text, true);
  const levels: Level[] = [];
  const lines = new Map<number, PrettyLine>();
  let before: OwnLine[] = [];
  let total = 0;
  let keptTo = 0;
  let line: OwnLine | null = null;
  let opened: Level | null = null;
  let expectsName = false;

  const current = () => {
    line ??= { depth: levels.length, name: null, value: '', hasComma: false, isNear: false };
    return line;
  };
  const end = () => {
    if (line === null) return;
    total += 1;
    if (line.isNear) {
      for (const [at, one] of before.entries()) lines.set(total - before.length + at, one);
      before = [];
      keptTo = total + around;
    }
    if (total <= keptTo) lines.set(total, line);
    else if (before.push(line) > around) before.shift();
    line = null;
  };
  const begin = (token: string, kind: Place['kind']) => {
    const level = levels.at(-1);
    const wanted = level === undefined ? root : level.wanted?.inner.get(stepIn(level));
    const own = current();
    own.value = token;
    if (wanted === undefined) {
      if (kind !== 'other') opened = kind === 'array' ? OTHER_ARRAY : OTHER_OBJECT;
      return;
    }
    const place = { open: total + 1, close: total + 1, kind, within: level?.place ?? null };
    wanted.place = place;
    own.isNear = true;
    if (kind !== 'other') opened = { isArray: kind === 'array', wanted, place, index: 0, name: '' };
  };
  const close = (token: string) => {
    end();
    const level = levels.pop();
    const own = current();
    own.value = token;
    if (level?.place === null || level === undefined) return;
    level.place.close = total + 1;
    own.isNear = true;
  };

  // A byte order mark is no part of the JSON, and is shown before it.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  scanner.setPosition(mark);
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const token = text.slice(from, from + scanner.getTokenLength());
    const isClosing = kind === TOKEN.closeBrace || kind === TOKEN.closeBracket;
    const just = opened as Level | null;
    if (just !== null) {
      opened = null;
      if (isClosing) {
        current().value += token;
        continue;
      }
      end();
      levels.push(just);
      expectsName = !just.isArray;
    }
    const level = levels.at(-1);
    if (isClosing) {
      close(token);
    } else if (kind === TOKEN.comma) {
      current().hasComma = true;
      end();
      if (level?.wanted !== undefined) level.index += 1;
      expectsName = level?.isArray === false;
    } else if (kind === TOKEN.string && expectsName) {
      expectsName = false;
      current().name = token;
      if (level?.wanted !== undefined) level.name = scanner.getTokenValue();
    } else if (kind !== TOKEN.colon) {
      begin(total === 0 && levels.length === 0 ? text.slice(0, mark) + token : token, kindOf(kind));
    }
  }
  end();
  return { total, lines, nearest: (steps) => nearestTo(root, steps) };
}

function stepIn({ isArray, index, name }: Level): string {
  return isArray ? String(index) : name;
}

function kindOf(token: number): Place['kind'] {
  if (token === TOKEN.openBrace) return 'object';
  return token === TOKEN.openBracket ? 'array' : 'other';
}

function wantedOf(pointers: Iterable<string>): Wanted {
  const root: Wanted = { inner: new Map(), place: null };
  for (const pointer of pointers) {
    let at = root;
    for (const step of stepsOf(pointer)) {
      const next = at.inner.get(step) ?? { inner: new Map(), place: null };
      at.inner.set(step, next);
      at = next;
    }
  }
  return root;
}

function nearestTo(root: Wanted, steps: readonly string[]): ReturnType<NearLines['nearest']> {
  let at = root;
  let place: Place = root.place ?? { open: 1, close: 1, kind: 'other' };
  for (const [index, step] of steps.entries()) {
    const next = at.inner.get(step);
    if (next === undefined || next.place === null || next.place.within !== at.place)
      return { place, rest: steps.slice(index) };
    at = next;
    place = next.place;
  }
  return { place, rest: [] };
}
