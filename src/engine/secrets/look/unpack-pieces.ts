import { createRequire } from 'node:module';
import type { Packing } from './found.ts';

/** Loaded only where it is needed. */
const fflate = (): typeof import('fflate') => createRequire(import.meta.url)('fflate');

/** At once so much is unpacked, in bytes: it becomes at most a thousand times as much. */
export const PIECE = 16 * 1024;

/** Told of what comes out of an archive. */
export interface OnUnpacked {
  /** One more file begins; what follows is of it. */
  readonly onFile: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
}

/** What unpacks an archive whose bytes come piece by piece; it throws where they are broken. A zip is read from its front. */
export function openUnpacker(packing: Packing, { onFile, onBytes }: OnUnpacked): (bytes: Uint8Array) => void {
  const { Gunzip, Inflate, Unzip, UnzipInflate, Unzlib } = fflate();
  if (packing === 'zip') {
    const unzip = new Unzip((file) => {
      onFile();
      file.ondata = (error, bytes) => {
        if (error !== null) throw error;
        onBytes(bytes);
      };
      file.start();
    });
    unzip.register(UnzipInflate);
    return (bytes) => unzip.push(bytes);
  }
  const Stream = packing === 'gzip' ? Gunzip : packing === 'zlib' ? Unzlib : Inflate;
  const stream = new Stream((bytes) => onBytes(bytes));
  onFile();
  return (bytes) => stream.push(bytes);
}
