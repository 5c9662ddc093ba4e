import type { Range } from '../multi-search.ts';
import { alphabetOf, stretchesOf } from './stretches.ts';

/** A stretch of a text that may stand for bytes, and what bytes those may be. */
export interface Encoded extends Range {
  readonly kind: 'base64' | 'hex';
  readonly bytes: () => Iterable<Buffer>;
}

const DIGITS = '0123456789';
/** What base64 is written in, both ways. */
export const BASE64 = alphabetOf(`${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/_-`);
const HEX_AND_BETWEEN = alphabetOf(`${DIGITS}ABCDEFabcdef \t\r\n:-`);

/** Pairs of digits, with what is set between them; no word that follows begins with the last. */
const HEX = /[\da-f]{2}(?:[ \t\r\n:-]{0,2}[\da-f]{2}){7,}(?:[\da-f]|(?![\da-z]))/gi;

/** As base64 these archives begin: a run may have begun one to three characters out of step with them. */
const MAGIC = /H4sI|UEsDB/g;

/** In shorter runs it is tried whether another character is the first. */
const SHORT = 4096;

/** So many characters of a run are looked at to know whether it stands for text. */
const SAMPLE = 32;

/** The runs of base64 and of hexadecimal digits that may stand for so many bytes at least. */
export function* encodedIn(text: string, leastBytes: number): Generator<Encoded> {
  const runs = stretchesOf(text, BASE64, Math.ceil((leastBytes * 4) / 3));
  for (let at = 0; at < runs.length; at += 2) {
    const [from = 0, to = 0] = [runs[at], runs[at + 1]];
    yield { from, to, kind: 'base64', bytes: () => fromBase64(text.slice(from, to)) };
  }
  const stretches = stretchesOf(text, HEX_AND_BETWEEN, 2 * leastBytes);
  for (let at = 0; at < stretches.length; at += 2) {
    const end = stretches[at + 1] ?? 0;
    // What follows the stretch tells whether it ends in a word.
    for (let from = stretches[at] ?? 0; from < end; ) {
      HEX.lastIndex = from;
      const run = HEX.exec(text);
      if (run === null || run.index >= end) break;
      const [{ length }, to] = [run[0], HEX.lastIndex];
      from = to;
      if (length < 2 * leastBytes) continue;
      yield { from: run.index, to, kind: 'hex', bytes: () => fromHex(run[0].replace(/[^\da-f]/gi, '')) };
    }
  }
}

function* fromBase64(run: string): Generator<Buffer> {
  yield Buffer.from(run, 'base64');
  if (run.length <= SHORT) {
    for (const skipped of [1, 2, 3]) {
      if (isText(run, skipped)) yield Buffer.from(run.slice(skipped), 'base64');
    }
  }
  const steps = new Set(Array.from(run.matchAll(MAGIC), ({ index }) => index % 4));
  for (const step of steps) if (step > 0) yield Buffer.from(run.slice(step), 'base64');
}

/** Whether what a run stands for, from a character on, begins in ASCII. */
function isText(run: string, from: number): boolean {
  const sample = Buffer.from(run.slice(from, from + SAMPLE), 'base64');
  return sample.every((byte) => byte < 0x80);
}

function* fromHex(digits: string): Generator<Buffer> {
  yield Buffer.from(digits, 'hex');
  // One digit more may stand before.
  yield Buffer.from(digits.slice(1), 'hex');
}
