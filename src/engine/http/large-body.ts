import { createHash } from 'node:crypto';
import type { Body, OperationId } from '../model/exchange.ts';
import type { Held } from '../secrets/look/found.ts';
import { searchPacked } from '../secrets/look/search.ts';
import { openPauses } from '../secrets/pauses.ts';
import { type Redact, redactBytes } from '../secrets/redact.ts';
import { decoded, type Pieces } from './decode.ts';
import type { CondensedText, KeptBodies } from './large-bodies.ts';
import { notLookedThrough, secretHeld, withSentence } from './not-kept.ts';

/** At most this much of a body is read, in bytes. */
export const BODY_LIMIT = 64 * 1024 * 1024;

/** A body that is too long to be kept. */
export interface LargeBody {
  /** As they came. */
  readonly bytes: Buffer;
  /** In the order in which they were applied. */
  readonly codings: readonly string[];
  readonly operation: OperationId | null;
  /** Whether the request still has time: content codings are not undone beyond it. */
  readonly inTime: () => boolean;
}

/** A body whose text is never in memory as a whole: it is looked through twice, since only its end tells what it is. */
export async function recordLarge(
  { bytes, codings, operation, inTime }: LargeBody,
  redact: Redact,
  kept: KeptBodies,
): Promise<Omit<Body, 'bytesOnWire'>> {
  const pieces = () => decoded(bytes, codings, { most: BODY_LIMIT, inTime });
  const { length, isText, sha256 } = await measured(pieces());
  const key = `${sha256} ${operation} ${redact.known()}`;
  const before = kept.again(key);
  if (before !== undefined) return before;
  const sink = kept.condense({ operation, encoding: isText ? 'utf-8' : 'base64' });
  const secrets = redact.inPieces();
  const search = redact.search();
  const packed = search === null ? null : searchPacked(search, !isText);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const pause = openPauses();
  const take = (text: string) => {
    sink.push(text);
    packed?.push(Buffer.from(text, isText ? 'utf-8' : 'latin1'));
  };
  for await (const piece of pieces()) {
    search?.look.allowance.grow(piece.length);
    await pause();
    take(secrets.push(isText ? decoder.decode(piece, { stream: true }) : piece.toString('latin1')));
  }
  take(secrets.end());
  packed?.end();
  const held = search?.held ?? null;
  const made = held === null ? sink.end(length) : withoutWhole(sink.end(length, false), held, redact);
  kept.remember(key, made);
  return made;
}

/** Of a body that holds a secret where none can be replaced only what is judged is kept, and looked through once more. */
function withoutWhole(made: CondensedText, held: Held, redact: Redact): CondensedText {
  const { bytes, sha256, state } = made.condensed;
  const notKept = held === 'secret' ? secretHeld(bytes, null) : notLookedThrough(bytes, sha256);
  if (state !== 'json') return { ...made, ...withSentence(notKept, made.encoding) };
  const data =
    made.encoding === 'utf-8'
      ? redact.inBody(made.data, true)
      : redactBytes(Buffer.from(made.data, 'base64'), redact, true).toString('base64');
  return { ...made, data, notKept };
}

async function measured(pieces: Pieces) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  let isText = true;
  const hash = createHash('sha256');
  const look = (piece: Buffer | null) => {
    try {
      if (isText) decoder.decode(piece ?? undefined, { stream: piece !== null });
    } catch {
      isText = false;
    }
  };
  const pause = openPauses();
  for await (const piece of pieces) {
    await pause();
    length += piece.length;
    hash.update(piece);
    look(piece);
  }
  look(null);
  return { length, isText, sha256: hash.digest('hex') };
}
