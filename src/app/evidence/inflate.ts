import { Inflate } from 'fflate';

/** How much `fflate` has not used of what it was given, and whether it has met the end of the stream. */
interface State {
  readonly p: Uint8Array;
  /** The last block has begun; the table of the block under way, if any; how many bits of the first byte in `p` are used. */
  readonly s: { readonly f?: number; readonly l?: unknown; readonly p?: number };
}

/** Says that bytes are no deflated stream, or not that alone. */
export class InflateError extends Error {}

/**
 * Inflates what comes, piece by piece; throws an InflateError where it is broken, has no end, or goes on behind it, which
 * `fflate` itself does not look at.
 */
export function* inflated(pieces: Iterable<Buffer>): Generator<Buffer> {
  const out: Buffer[] = [];
  const inflate = new Inflate((bytes) => {
    if (bytes.length > 0) out.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });
  // What it keeps between two pieces; a test holds that its members are still called so.
  const state = inflate as unknown as State;
  for (const piece of pieces) {
    if (isOver(state)) throw new InflateError('it goes on behind its end');
    try {
      inflate.push(piece);
    } catch {
      throw new InflateError('its bytes are broken');
    }
    yield* out.splice(0);
  }
  if (!isOver(state)) throw new InflateError('it has no end');
  if (left(state) > 0) throw new InflateError('it goes on behind its end');
}

function isOver({ s }: State): boolean {
  return s.f === 1 && !s.l;
}

/** Behind the end, in bytes: what begins within the last byte of the stream belongs to it. */
function left({ p, s }: State): number {
  return p.length - ((s.p ?? 0) > 0 ? 1 : 0);
}
