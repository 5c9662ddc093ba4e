import { ZipError } from './zip-error.ts';
import { type FileBytes, noZip } from './zip-file.ts';
import { LENGTH, MOST_ENTRIES, SIGNATURE } from './zip-format.ts';

/** Where the directory of a zip stands, and how many entries it has. */
export interface ZipEnd {
  readonly entries: number;
  readonly at: number;
  readonly bytes: number;
}

/** A comment is at most so long. */
const LONGEST_COMMENT = 0xffff;

/** The end of a zip, which has to be the very end of its file; throws a ZipError where it is not there, or not of one plain zip. */
export function readEnd(file: FileBytes, path: string): ZipEnd {
  const first = file.read(0, 4);
  const begins = first.length < 4 ? 0 : first.readUInt32LE();
  const isZip = begins === SIGNATURE.local || (begins === SIGNATURE.end && file.size === LENGTH.end);
  const found = endOf(file);
  if (found === null) throw isZip ? new ZipError('cut-off', cutOffText(file.size)) : noZip(path);
  if (found.at + LENGTH.end < file.size) {
    const what = found.comment === 0 ? 'bytes behind its end' : 'a comment';
    throw new ZipError('unsafe', `The zip has ${what}, which no sum covers.`);
  }
  const { end } = found;
  if (end.entries > MOST_ENTRIES || end.at === 0xffffffff || end.bytes === 0xffffffff) {
    throw new ZipError('unsafe', 'The zip is one of zip64, which a pack never needs.');
  }
  if (end.at + end.bytes > found.at) throw new ZipError('cut-off', cutOffText(file.size));
  if (!isZip) throw new ZipError('unsafe', 'The zip has bytes before its first entry, as of another file.');
  if (end.at + end.bytes < found.at) {
    throw new ZipError('unsafe', 'The zip has bytes between its directory and its end.');
  }
  if (found.disks) throw new ZipError('unsafe', 'The zip is one part of several.');
  return end;
}

/** That not the whole zip is there, as a sentence. */
export function cutOffText(size: number): string {
  return `The zip is cut off: of it ${size} bytes are there, and its directory is not or leads beyond them.`;
}

interface Found {
  readonly at: number;
  readonly end: ZipEnd;
  readonly comment: number;
  /** Whether it speaks of further files, or counts its entries in two ways. */
  readonly disks: boolean;
}

/** The last record that could be the end: at the very end if one is, else the one that fits what stands before it. */
function endOf(file: FileBytes): Found | null {
  const begin = Math.max(0, file.size - LENGTH.end - LONGEST_COMMENT);
  const tail = file.read(begin, LENGTH.end + LONGEST_COMMENT);
  for (let at = tail.length - LENGTH.end; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== SIGNATURE.end) continue;
    const found = foundAt(tail, at, begin);
    const fits = found.end.at + found.end.bytes === found.at;
    if (fits || at + LENGTH.end + found.comment === tail.length) return found;
  }
  return null;
}

function foundAt(tail: Buffer, at: number, begin: number): Found {
  const entries = tail.readUInt16LE(at + 10);
  return {
    at: begin + at,
    end: { entries, bytes: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) },
    comment: tail.readUInt16LE(at + 20),
    disks: tail.readUInt32LE(at + 4) !== 0 || tail.readUInt16LE(at + 8) !== entries,
  };
}
