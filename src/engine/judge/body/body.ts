import { remembered } from '../../contract/remembered.ts';
import type { Body } from '../../model/exchange.ts';
import { parseExactly } from './exact-json.ts';
import { type Surveyed, surveyed } from './extent.ts';

/** Levels of arrays and objects; a documented body has six, and what is as deep as this is not looked at. */
export const DEEPEST = 1000;

/** Values that a body may have: a documented one has some dozens, and each costs a hundred bytes of memory or more. */
export const MOST_VALUES = 3_000_000;

/** A recorded body, read as JSON. */
export interface ReadBody {
  /** `unread`: too long, not recorded, or its content coding could not be undone; `too-deep`, `too-many`: its values are not read. */
  readonly state: 'empty' | 'unread' | 'too-deep' | 'too-many' | 'not-json' | 'json';
  /** As text, without a byte order mark; bytes that are no UTF-8 are replaced by U+FFFD. */
  readonly text: string;
  /**
   * Undefined where it is not JSON; a number that a double does not hold is an `ExactNumber`. Of a body whose content
   * coding could not be undone, the JSON that it is as it came.
   */
  readonly value: unknown;
  readonly byteOrderMark: boolean;
  /** True where the body was too long to be kept, and what is missing here could have been judged. */
  readonly partial: boolean;
}

const known = remembered<Body, ReadBody>();

/** What was found of a body before it was parsed: little to keep, and for a large one as much work as to parse it. */
const surveys = new WeakMap<Body, Surveyed>();

/** Reads a body; each is parsed once, but for large ones that were not read for long. Never throws. */
export function readBody(body: Body): ReadBody {
  const before = known.get(body);
  if (before !== undefined) return before;
  const read = parsed(body);
  known.set(body, read, body.data.length);
  return read;
}

function parsed(body: Body): ReadBody {
  const whole = body.encoding === 'utf-8' ? body.data : Buffer.from(body.data, 'base64').toString('utf8');
  const byteOrderMark = whole.startsWith('\uFEFF');
  const text = byteOrderMark ? whole.slice(1) : whole;
  const partial = body.condensed?.partial === true;
  const read = { text, byteOrderMark, value: undefined, partial };
  if (body.unrecorded !== undefined) return { ...read, state: 'unread' };
  if (text === '') return { ...read, state: 'empty' };
  if (body.truncated === true) return { ...read, state: 'unread' };
  if (body.codingError !== undefined) return { ...read, state: 'unread', value: asItCame(body) };
  if (body.condensed !== undefined && body.condensed.state !== 'json')
    return { ...read, state: body.condensed.state };
  // Tens of millions of levels, or of values, fit into the limit of a body, but not into memory.
  const survey = surveys.get(body) ?? surveyed(text, { levels: DEEPEST, values: MOST_VALUES });
  surveys.set(body, survey);
  const { beyond, plainNumbers } = survey;
  if (beyond !== null) return { ...read, state: beyond === 'levels' ? 'too-deep' : 'too-many' };
  try {
    const value: unknown = JSON.parse(text);
    // Nearly every body has only numbers that a double holds, and is read once.
    return { ...read, state: 'json', value: plainNumbers ? value : parseExactly(text) };
  } catch {
    return { ...read, state: 'not-json' };
  }
}

/** Some senders name a coding, such as `UTF-8` or `none`, and send plain bytes: supporting answers are read so. */
function asItCame({ codingError: _, codingUnsupported: __, ...plain }: Body): unknown {
  return parsed(plain).value;
}
