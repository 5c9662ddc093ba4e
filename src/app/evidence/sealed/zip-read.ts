import { crc32 } from './crc32.ts';
import { InflateError, inflated } from './inflate.ts';
import { bombText, type PackEntry, zipBytes } from './zip-bytes.ts';
import { readDirectory } from './zip-directory.ts';
import { readEnd } from './zip-end.ts';
import { shownName, ZipError } from './zip-error.ts';
import { type FileBytes, openFileBytes } from './zip-file.ts';
import { METHOD, MOST_TIMES, MOST_UNPACKED, PIECE } from './zip-format.ts';
import { readLayout, type ZipEntry } from './zip-layout.ts';

/** A zip that was found safe to read. */
export interface OpenZip {
  /** Its length in bytes. */
  readonly size: number;
  /** What it holds, in the order of its directory; unpacked length in bytes. */
  readonly entries: readonly { readonly path: string; readonly bytes: number }[];
  readonly has: (path: string) => boolean;
  /** What an entry holds, piece by piece; throws a ZipError at its end, or before, where that is not what it declares. */
  readonly partsOf: (path: string) => Generator<Buffer>;
  /** The same as a whole; throws a ZipError where it would be more than `most` bytes, 64 MiB if none is given. */
  readonly bytesOf: (path: string, most?: number) => Buffer;
  /** Whether it is, byte for byte, what `writeZip` makes of what it holds: another program that packs it again makes another. */
  readonly isAsWritten: () => boolean;
  readonly close: () => void;
}

/** As much is in memory as a whole where nobody asked for more, in bytes. */
const MOST_AT_ONCE = 64 * 1024 ** 2;

/**
 * Opens a zip, and reads nothing of what it holds before all that it says of itself is safe: plain files with plain names,
 * each byte of the zip part of one of them, at most 2 GiB and 200 times its own length. Throws a ZipError where it is not.
 */
export function openZip(path: string): OpenZip {
  const file = openFileBytes(path);
  try {
    return zipOf(file, path);
  } catch (error) {
    file.close();
    throw error;
  }
}

function zipOf(file: FileBytes, path: string): OpenZip {
  const end = readEnd(file, path);
  const directory = readDirectory(file, end);
  checkSize(directory, file.size);
  const entries = readLayout(file, directory, end);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const entryAt = (name: string) => {
    const entry = byPath.get(name);
    if (entry === undefined) throw new Error(`The zip has no entry \`${shownName(name)}\`.`);
    return entry;
  };
  const partsOf = (name: string) => partsIn(file, entryAt(name));
  return {
    size: file.size,
    entries,
    has: (name) => byPath.has(name),
    partsOf,
    bytesOf: (name, most = MOST_AT_ONCE) => {
      const { bytes } = entryAt(name);
      if (bytes <= most) return Buffer.concat([...partsOf(name)]);
      throw new ZipError('unsafe', `The entry \`${shownName(name)}\` has ${bytes} bytes, over ${most}.`);
    },
    isAsWritten: () =>
      isSame(
        file,
        entries.map(({ path: name }) => ({ path: name, parts: () => partsOf(name) })),
      ),
    close: file.close,
  };
}

/** By what the entries declare: none of them is read beyond that. */
function checkSize(entries: readonly { readonly bytes: number }[], size: number): void {
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > MOST_UNPACKED) {
    throw new ZipError('unsafe', `What the zip holds is ${unpacked} bytes, over ${MOST_UNPACKED}.`);
  }
  if (unpacked > size * MOST_TIMES) throw new ZipError('unsafe', bombText(unpacked, size));
}

function* partsIn(file: FileBytes, entry: ZipEntry): Generator<Buffer> {
  const name = `The entry \`${shownName(entry.path)}\``;
  let bytes = 0;
  let sum = 0;
  try {
    const pieces = piecesOf(file, entry);
    for (const part of entry.method === METHOD.deflated ? inflated(pieces) : pieces) {
      bytes += part.length;
      if (bytes > entry.bytes) {
        throw new ZipError('unsafe', `${name} holds more than the ${entry.bytes} bytes that it declares.`);
      }
      sum = crc32(part, sum);
      yield part;
    }
  } catch (error) {
    if (!(error instanceof InflateError)) throw error;
    throw new ZipError('damaged', `${name} cannot be unpacked: ${error.message}.`);
  }
  if (bytes < entry.bytes) {
    throw new ZipError('damaged', `${name} holds ${bytes} bytes, and declares ${entry.bytes}.`);
  }
  if (sum !== entry.crc32) throw new ZipError('damaged', `${name} was changed: its CRC-32 is another.`);
}

function* piecesOf(file: FileBytes, { path, begins, packed }: ZipEntry): Generator<Buffer> {
  for (let at = 0; at < packed; at += PIECE) {
    const length = Math.min(PIECE, packed - at);
    const piece = file.read(begins + at, length);
    if (piece.length < length) {
      throw new ZipError('cut-off', `The entry \`${shownName(path)}\` is cut off.`);
    }
    yield piece;
  }
}

/** Whether a file holds the zip of these entries; that nothing follows its end was looked at when it was opened. */
function isSame(file: FileBytes, entries: readonly PackEntry[]): boolean {
  for (const { at, bytes } of zipBytes(entries)) {
    if (!file.read(at, bytes.length).equals(bytes)) return false;
  }
  return true;
}
