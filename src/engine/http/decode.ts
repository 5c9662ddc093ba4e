import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** So many bytes come out of a coding at a time. */
const CHUNK = { chunkSize: 256 * 1024 };

/** So many bytes go in at a time: each may become a thousand. */
const PIECE = 64 * 1024;

/** What a coding holds is longer than a body is read, or takes longer to be undone than a request may. */
export class TooLongError extends Error {}

/** How far codings are undone. */
export interface Bounds {
  /** So many bytes each of them may hold. */
  readonly most: number;
  /** Whether there is time left. */
  readonly inTime: () => boolean;
}

/** A content coding could not be undone. */
export class CodingError extends Error {
  readonly coding: string;

  constructor(coding: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.coding = coding;
  }
}

/** Bytes as they come one after another. */
export type Pieces = AsyncIterable<Buffer> | Iterable<Buffer>;

/**
 * The bytes with their content codings undone, piece by piece; `codings` are known ones, in the order in which they were
 * applied. Throws a TooLongError where a coding goes beyond its bounds, a CodingError where it cannot be undone.
 */
export function decoded(bytes: Buffer, codings: readonly string[], bounds: Bounds): Pieces {
  return codings
    .toReversed()
    .reduce<Pieces>((pieces, coding) => undone(pieces, coding, bounds), inPieces(bytes));
}

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* undone(pieces: Pieces, coding: string, { most, inTime }: Bounds): AsyncGenerator<Buffer> {
  let length = 0;
  let decoder: Transform | null = null;
  async function* begun() {
    for await (const piece of pieces) {
      // Asked of what goes in: much of it may hold nothing at all.
      if (!inTime()) throw new TooLongError();
      yield piece;
    }
  }
  const source = begun();
  const first = await source.next();
  if (first.done === true) return;
  const all = async function* () {
    yield first.value;
    yield* source;
  };
  // One that fails ends the others, and whoever reads is told.
  decoder = decoderOf(coding, first.value);
  pipeline(Readable.from(all()), decoder, () => undefined);
  try {
    for await (const piece of decoder) {
      length += piece.length;
      if (length > most || !inTime()) throw new TooLongError();
      yield piece;
    }
  } catch (error) {
    throw error instanceof TooLongError || error instanceof CodingError
      ? error
      : new CodingError(coding, error);
  }
}

function decoderOf(coding: string, beginning: Buffer): Transform {
  switch (coding.toLowerCase()) {
    case 'br':
      return createBrotliDecompress(CHUNK);
    case 'deflate':
      return hasWrapper(beginning) ? createInflate(CHUNK) : createInflateRaw(CHUNK);
    default:
      return createGunzip(CHUNK);
  }
}

/** RFC 9110 section 8.4.1.2 notes that some senders leave the zlib wrapper out. */
export function hasWrapper(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0;
}
