import { deflated } from './deflate.ts';
import { doubleProblem, pathProblem } from './entry-path.ts';
import { ZipError } from './zip-error.ts';
import {
  centralRecord,
  endRecord,
  localRecord,
  MOST_ENTRIES,
  MOST_TIMES,
  MOST_UNPACKED,
  type Written,
} from './zip-format.ts';

/** A file of a pack. */
export interface PackEntry {
  /** With `/` between folders, e.g. `reports/evidence.har`. */
  readonly path: string;
  /** What it holds, from its beginning each time. */
  readonly parts: () => Iterable<Buffer | string>;
}

/** Bytes of a zip, and where in it they stand. */
export interface Placed {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/**
 * The zip of these entries, by their paths, piece by piece: what stands before an entry's bytes comes behind them, since it
 * tells their length. The same content gives the same bytes whenever and wherever it is packed. Throws a ZipError where
 * what comes of it could not be read again: an unsafe path, too many entries, too many bytes, or too small a zip for them.
 */
export function* zipBytes(entries: Iterable<PackEntry>, mostUnpacked = MOST_UNPACKED): Generator<Placed> {
  const sorted = byPath(entries);
  const written: Written[] = [];
  let at = 0;
  let unpacked = 0;
  for (const { path, parts } of sorted) {
    const name = Buffer.from(path);
    const offset = at;
    const sums = { crc32: 0, bytes: 0 };
    at += localRecord({ name, crc32: 0, packed: 0, bytes: 0, offset }).length;
    const begins = at;
    for (const bytes of deflated(parts(), sums)) {
      if (unpacked + sums.bytes > mostUnpacked) {
        throw new ZipError('unsafe', `With \`${path}\` the zip would hold more than ${mostUnpacked} bytes.`);
      }
      yield { at, bytes };
      at += bytes.length;
    }
    unpacked += sums.bytes;
    const entry = { name, offset, packed: at - begins, ...sums };
    yield { at: offset, bytes: localRecord(entry) };
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(centralRecord));
  yield { at, bytes: directory };
  const end = endRecord(written.length, { at, bytes: directory.length });
  yield { at: at + directory.length, bytes: end };
  const size = at + directory.length + end.length;
  if (unpacked > size * MOST_TIMES) throw new ZipError('unsafe', bombText(unpacked, size));
}

/** That a zip holds more than it should for its own length, as a sentence. */
export function bombText(unpacked: number, size: number): string {
  return `What the zip holds is ${unpacked} bytes, over ${MOST_TIMES} times its own ${size}.`;
}

function byPath(entries: Iterable<PackEntry>): readonly PackEntry[] {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (sorted.length > MOST_ENTRIES) {
    throw new ZipError('unsafe', `The zip would have ${sorted.length} entries, over ${MOST_ENTRIES}.`);
  }
  const paths = sorted.map(({ path }) => path);
  const problem = paths.map(pathProblem).find((one) => one !== null) ?? doubleProblem(paths);
  if (problem !== null) throw new ZipError('unsafe', problem);
  return sorted;
}
