import type { HeaderLine } from '../../engine/model/exchange.ts';

/** How an answer stands on the wire. */
export interface Wire {
  readonly version: '1.1' | '1.0';
  /** In place of the usual one; null: the usual one. */
  readonly reason: string | null;
  /** The status codes of informational answers before the final one. */
  readonly informational: readonly number[];
  /** The letter case of a header's name. */
  readonly spelt: (name: string) => string;
  /** What stands around a header's value: before it, and after. */
  readonly around: readonly [string, string];
  /** Further headers, one character a byte. */
  readonly extra: readonly HeaderLine[];
  /** Seconds by which `Date` is off; null: there is none. */
  readonly dateOff: number | null;
  /** How `Date` is written. */
  readonly dateForm: (date: Date) => string;
  /** `close`: the body ends with the connection. */
  readonly framing: 'length' | 'chunked' | 'close';
  /** The sizes of the first chunks; the rest is one. */
  readonly chunks: readonly number[];
  readonly chunkExtension: string;
  readonly trailers: readonly HeaderLine[];
  readonly keepsAlive: boolean;
  /** Where the bytes are cut into several packets, as fractions of their length, and after each of the first bytes that are no ASCII. */
  readonly cuts: readonly number[];
  readonly cutsCharacters: boolean;
  /** Milliseconds before an answer, in turn. */
  readonly delays: readonly number[];
}

/** As the mock writes by itself. */
export const PLAIN_WIRE: Wire = {
  version: '1.1',
  reason: null,
  informational: [],
  spelt: (name) => name,
  around: [' ', ''],
  extra: [],
  dateOff: 0,
  dateForm: (date) => date.toUTCString(),
  framing: 'length',
  chunks: [],
  chunkExtension: '',
  trailers: [],
  keepsAlive: false,
  cuts: [],
  cutsCharacters: false,
  delays: [],
};
