import { mayBeDeflated } from './deflate-stream.ts';
import type { Packing } from './found.ts';

/** An archive that may begin in some bytes. */
export interface Beginning {
  readonly packing: Packing;
  readonly at: number;
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ZIP = Buffer.from('PK\x03\x04');

/** The archives that bytes may be, or hold; `isBrotli`: as was said of them, since that has no beginning of its own. */
export function archivesIn(bytes: Buffer, isBrotli = false): readonly Beginning[] {
  const first = packingOf(bytes);
  const zip = first === 'zip' ? -1 : bytes.indexOf(ZIP, 1);
  const found: Beginning[] = [
    ...(isBrotli ? [{ packing: 'brotli', at: 0 } as const] : []),
    ...(first === null ? [] : [{ packing: first, at: 0 }]),
    ...(zip < 0 ? [] : [{ packing: 'zip', at: zip } as const]),
  ];
  for (let at = bytes.indexOf(GZIP, 1); at > 0; at = bytes.indexOf(GZIP, at + 1))
    found.push({ packing: 'gzip', at });
  return found;
}

/** How bytes that begin so are packed, as far as that shows; null where nothing packs so. */
export function packingOf(bytes: Buffer): Packing | null {
  const [one = 0, two = 0] = bytes;
  if (bytes.length >= 4 && ZIP.equals(bytes.subarray(0, 4))) return 'zip';
  if (bytes.length >= 3 && GZIP.equals(bytes.subarray(0, 3))) return 'gzip';
  const isZlib = (one & 0x0f) === 8 && one >> 4 <= 7 && (two & 0x20) === 0 && ((one << 8) | two) % 31 === 0;
  if (isZlib && mayBeDeflated(bytes, 2)) return 'zlib';
  return mayBeDeflated(bytes) ? 'deflate' : null;
}
