import { isObject } from '../../../contract/json-value.ts';
import { fileNamed, isOfCode } from './file-name.ts';
import { type Meaning, meaningOf } from './member-names.ts';
import { isKnownSuffix } from './suffixes.ts';

/** Members side by side that show where in a file something happened, and that one of them to point at. */
export interface Beside {
  readonly member: string | number;
  readonly found: string;
}

/** One member, and what its name says. */
interface Member extends Meaning {
  readonly name: string;
  readonly value: unknown;
}

/** More members than this are none of a frame or of an error. */
const MOST = 200;

const LONGEST_NAME = 1000;

/** A name without any of these says nothing of a line, nor where one may be said. */
const OF_A_LINE =
  /l(?:ine|n)|loc|pos|start|begin|region|range|span|mark|source|src|file|from|origin|generated/i;
const OF_A_FUNCTION = /fun|fn|method|procedure|symbol/i;

/** A file and a line, or frames, among the members or items of a value, with those of its members that say where; null where there are none. */
export function besideIn(value: unknown, isTrace: boolean): Beside | null {
  if (Array.isArray(value)) return amongItems(value, isTrace);
  if (!isObject(value)) return null;
  const own = membersOf(value, OF_A_LINE);
  // What says where may stand in a member of its own, e.g. in `position`.
  const all = [...own, ...own.filter(({ isPlace }) => isPlace).flatMap((place) => withinPlace(place))];
  const line = all.find((one) => one.isLine && isLineNumber(one.value));
  if (line === undefined) return null;
  const column = all.some((one) => one.isColumn && isLineNumber(one.value));
  const file = all.find((one) => isFile(one, column)) ?? all.find((one) => isClass(one, all));
  if (file === undefined) return null;
  const at = own.find((one) => one === file || (one.isPlace && isWithin(one.value, file.value))) ?? file;
  return {
    member: at.name,
    found: `${file.name}: ${String(file.value)}, ${line.name}: ${String(line.value)}`,
  };
}

/** The members of a value; none where no name is like what is wanted. */
function membersOf(value: Readonly<Record<string, unknown>>, wanted?: RegExp): readonly Member[] {
  const names = Object.keys(value);
  if (wanted !== undefined && !names.slice(0, MOST).some((name) => wanted.test(name))) return [];
  return names.slice(0, MOST).map((name) => ({ name, value: value[name], ...meaningOf(name) }));
}

/** Two levels of it, as SARIF has them: `physicalLocation.region.startLine`. */
function withinPlace({ value }: Member): readonly Member[] {
  if (!isObject(value)) return [];
  const inner = membersOf(value);
  return [
    ...inner,
    ...inner.flatMap((one) => (one.isPlace && isObject(one.value) ? membersOf(one.value) : [])),
  ];
}

function isWithin(place: unknown, wanted: unknown): boolean {
  if (!isObject(place)) return false;
  return Object.values(place).some(
    (one) => one === wanted || (isObject(one) && Object.values(one).includes(wanted)),
  );
}

function isLineNumber(value: unknown): boolean {
  return typeof value === 'number' ? Number.isInteger(value) && value >= 0 : /^\d{1,7}$/.test(textOf(value));
}

/** What an error calls what it was sent. */
const SENT = /^(?:request|body|input|payload|query|headers?|params|parameters|data|json)$/i;

/** The URL of a script. */
const SCRIPT = /^\w{2,10}:\/\/[^?#]{1,1000}\.[cm]?[jt]sx?(?:[?#]|$)/;

function isFile({ value, file }: Member, column: boolean): boolean {
  const text = textOf(value).trim();
  if (text === '' || text.length > LONGEST_NAME || SENT.test(text)) return false;
  const named = fileNamed(text);
  if (file === 'surely') return named !== null || !/\s|^https?:/.test(text);
  if (/\s/.test(text)) return false;
  // Of a script that a browser runs, a frame has a column too.
  if (file === 'perhaps' && column && SCRIPT.test(text)) return true;
  if (isOfCode(text) && !/\.js$/i.test(text)) return true;
  return file === 'perhaps' && named !== null && isKnownSuffix(named.suffix);
}

/** A class with its package, or one with a function, as frames have it. */
function isClass(one: Member, all: readonly Member[]): boolean {
  const text = textOf(one.value);
  if (!one.isClass || text === '') return false;
  return (
    /^[\w$]{1,100}(?:[.\\/][\w$]{1,100}){1,30}$/.test(text) ||
    all.some(({ isFunction, value }) => isFunction && textOf(value) !== '')
  );
}

function amongItems(items: readonly unknown[], isTrace: boolean): Beside | null {
  let frames = 0;
  let last: unknown;
  for (const [at, item] of items.entries()) {
    if (
      typeof item === 'number' &&
      isLineNumber(item) &&
      typeof last === 'string' &&
      isOfCode(last) &&
      !/\.js$/i.test(last)
    ) {
      return { member: at - 1, found: `${last}, ${item}` };
    }
    if (isObject(item) && isFrame(item)) frames += 1;
    if (frames >= (isTrace ? 1 : 2)) return { member: at, found: frameText(item) };
    last = item;
  }
  return null;
}

/** A frame without a file: a function, with its class or its line. */
function isFrame(item: Readonly<Record<string, unknown>>): boolean {
  const members = membersOf(item, OF_A_FUNCTION);
  const called = members.some(({ isFunction, value }) => isFunction && textOf(value) !== '');
  const inClass = members.some(({ isClass, value }) => isClass && textOf(value) !== '');
  return called && (inClass || members.some(({ isLine, value }) => isLine && isLineNumber(value)));
}

function frameText(item: unknown): string {
  const members = isObject(item) ? membersOf(item) : [];
  return members
    .filter(({ value }) => typeof value === 'string' || typeof value === 'number')
    .map(({ name, value }) => `${name}: ${String(value)}`)
    .join(', ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
