import { createRequire } from 'node:module';

/** Told of what comes out of an archive. */
export interface Unpacked {
  /** One more file begins; what follows is of it. */
  readonly onFile: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
}

/** Takes the next bytes of an archive. Throws where they are broken. */
export type Unpacker = (bytes: Uint8Array) => void;

/** Loaded only where there is an archive: a direct run writes none. */
const fflate = (): typeof import('fflate') => createRequire(import.meta.url)('fflate');

/** What unpacks the archive that begins so; null where it is none. A zip is read from its front, as it was written. */
export function openUnpacker(head: Buffer, unpacked: Unpacked): Unpacker | null {
  const begins = head.toString('latin1', 0, 4);
  if (begins === 'PK\x03\x04') return unzipper(unpacked);
  return begins.startsWith('\x1f\x8b\x08') ? gunzipper(unpacked) : null;
}

function unzipper({ onFile, onBytes }: Unpacked): Unpacker {
  const { Unzip, UnzipInflate } = fflate();
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

function gunzipper({ onFile, onBytes }: Unpacked): Unpacker {
  const { Gunzip } = fflate();
  const gunzip = new Gunzip((bytes) => onBytes(bytes));
  onFile();
  return (bytes) => gunzip.push(bytes);
}
