import { createHmac } from 'node:crypto';
import { isDateTime } from '../../engine/contract/date-time.ts';

/** So many hexadecimal digits of a hash: among all values of a run no two have the same. */
const DIGITS = 16;

/** What a token of a value begins with. */
const MARK = 'masked-';

/** A time is moved back by at most so many seconds: twenty years. */
const MOST_SECONDS = 20 * 365 * 86_400;

/** Before this a year has more than four characters. */
const FIRST = Date.parse('0000-01-01T00:00:00Z');

const PARTS = /^(\d{4}-\d\d-\d\d)([Tt])(\d\d:\d\d):(\d\d)(.*)$/s;

/** Stands in for what is somebody else's: equal values get equal tokens, and without the salt nobody can try values out. */
export class Salted {
  readonly #salt: string;
  readonly #moves = new Map<string, number>();

  /** `salt`: drawn once a run, and known to nobody who reads what is masked. */
  constructor(salt: string) {
    this.#salt = salt;
  }

  /** The token of a value, e.g. `masked-0123456789abcdef`; `kind` keeps a number apart from the text that it is written as. */
  token(value: string, kind = 'text'): string {
    return MARK + this.#hash(`${kind} ${value}`).slice(0, DIGITS);
  }

  /** A hash as long as the one given, the same for the same. */
  hash(value: string): string {
    return this.#hash(`hash ${value}`).slice(0, value.length);
  }

  /**
   * Another time, written in the same way. All times of one `owner` move by the same whole seconds: how far they are apart,
   * and in what unit they are told, stays. A text that is no time of RFC 3339 gets a token.
   */
  time(text: string, owner: string): string {
    const parts = isDateTime(text) ? PARTS.exec(text) : null;
    if (parts === null) return this.token(text);
    const [, day = '', t = 'T', minute = '', second = '', rest = ''] = parts;
    const at = Date.parse(`${day}T${minute}:${second === '60' ? '59' : second}Z`);
    const move = this.#moveOf(owner) * 1000;
    // Some servers write the first second of all for a time that they do not know.
    const moved = at - move < FIRST ? at + move : at - move;
    const [newDay = '', newTime = ''] = new Date(moved).toISOString().slice(0, 19).split('T');
    return `${newDay}${t}${newTime}${rest}`;
  }

  #moveOf(owner: string): number {
    const known = this.#moves.get(owner);
    if (known !== undefined) return known;
    const move = 1 + (Number.parseInt(this.#hash(`time ${owner}`).slice(0, 12), 16) % MOST_SECONDS);
    this.#moves.set(owner, move);
    return move;
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#salt).update(text).digest('hex');
  }
}
