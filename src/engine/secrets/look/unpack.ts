import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { setAside } from '../../set-aside.ts';
import type { Packing } from './found.ts';
import { openUnpacker, PIECE } from './unpack-pieces.ts';

/** What came out of an archive. */
export interface Unpacked {
  readonly bytes: Buffer;
  /** Whether it, or what it came out of, ends before its end. */
  readonly isCut: boolean;
}

class TooMuchError extends Error {}

/** The files of an archive, and the beginning of one that is broken; null where it is none, `too-much` where they have more than `most` bytes. */
export function unpack(
  bytes: Buffer,
  packing: Packing,
  most: number,
): readonly Unpacked[] | 'too-much' | null {
  if (most <= 0) return 'too-much';
  if (packing === 'zip') return inPieces(bytes, packing, most);
  try {
    return [{ bytes: whole(bytes, packing, most, false), isCut: false }];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-much';
    return code === 'Z_BUF_ERROR' || packing === 'brotli'
      ? ofCut(bytes, packing, most)
      : packing === 'deflate'
        ? null
        : inPieces(bytes, packing, most);
  }
}

function whole(bytes: Buffer, packing: Packing, maxOutputLength: number, isCut: boolean): Buffer {
  const bounds = { maxOutputLength, ...setAside(bytes) };
  const how = isCut ? { ...bounds, finishFlush: constants.Z_SYNC_FLUSH } : bounds;
  switch (packing) {
    case 'brotli':
      return brotliDecompressSync(bytes, {
        ...bounds,
        ...(isCut ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {}),
      });
    case 'zlib':
      return inflateSync(bytes, how);
    case 'deflate':
      return inflateRawSync(bytes, how);
    default:
      return gunzipSync(bytes, how);
  }
}

function ofCut(bytes: Buffer, packing: Packing, most: number): readonly Unpacked[] | 'too-much' | null {
  try {
    const unpacked = whole(bytes, packing, most, true);
    return unpacked.length === 0 ? null : [{ bytes: unpacked, isCut: true }];
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too-much'
      : null;
  }
}

/** Slower, but what is broken gives what stands before the place. */
function inPieces(bytes: Buffer, packing: Packing, most: number): readonly Unpacked[] | 'too-much' | null {
  const files: Buffer[][] = [];
  let length = 0;
  let isCut = false;
  const unpacker = openUnpacker(packing, {
    onFile: () => files.push([]),
    onBytes: (unpacked) => {
      length += unpacked.length;
      if (length > most) throw new TooMuchError();
      files.at(-1)?.push(Buffer.from(unpacked));
    },
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) unpacker(bytes.subarray(at, at + PIECE));
  } catch (error) {
    if (error instanceof TooMuchError) return 'too-much';
    isCut = true;
  }
  if (length === 0) return null;
  return files.map((pieces, at) => ({
    bytes: Buffer.concat(pieces),
    isCut: isCut && at === files.length - 1,
  }));
}
