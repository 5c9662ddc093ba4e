import { Deflate } from 'fflate';
import { crc32 } from './crc32.ts';

/** In one of these `fflate` gives the same bytes on every machine; how they are handed to it would matter too. */
const BLOCK = 64 * 1024;

/** Nothing of it is left to what `fflate` works out of the length with `Math.log`. */
const OPTIONS = { level: 4, mem: 8 } as const;

/** What was deflated so far. */
export interface Sums {
  crc32: number;
  bytes: number;
}

/**
 * Deflates what comes, piece by piece: the same bytes come of the same content, however it is cut into parts, and on every
 * machine, which zlib does not promise. `sums` is added to.
 */
export function* deflated(parts: Iterable<Buffer | string>, sums: Sums): Generator<Uint8Array> {
  const out: Uint8Array[] = [];
  const deflate = new Deflate(OPTIONS, (bytes) => out.push(bytes));
  const block = Buffer.alloc(BLOCK);
  let filled = 0;
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    sums.crc32 = crc32(bytes, sums.crc32);
    sums.bytes += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(block, filled, at);
      filled += copied;
      at += copied;
      if (filled < BLOCK) continue;
      deflate.push(block);
      filled = 0;
      yield* out.splice(0);
    }
  }
  deflate.push(block.subarray(0, filled), true);
  yield* out;
}
