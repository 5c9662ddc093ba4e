import { isUtf8 } from 'node:buffer';
import { doubleProblem, pathProblem } from './entry-path.ts';
import type { ZipEnd } from './zip-end.ts';
import { shownName, ZipError } from './zip-error.ts';
import type { FileBytes } from './zip-file.ts';
import { FLAG, LENGTH, METHOD, SIGNATURE } from './zip-format.ts';

/** What the directory of a zip says of an entry. */
export interface DirectoryEntry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  /** Its length in the zip, and unpacked, in bytes. */
  readonly packed: number;
  readonly bytes: number;
  /** Where its own record begins. */
  readonly offset: number;
}

/** A directory is in memory as a whole, so it is at most so long, in bytes. */
const LONGEST = 64 * 1024 ** 2;

/** Of the flags: how well it was deflated, where its lengths stand, how its name is encoded. All others change what its bytes are. */
const PLAIN_FLAGS = 0x6 | FLAG.descriptor | FLAG.utf8;
const ENCRYPTED = 0x2041;

/** In the mode of Unix: the kind of a file; a plain one, none said, a link. */
const KIND = 0o170000;
const KINDS = new Map([
  [0o120000, 'a link'],
  [0o040000, 'a folder'],
  [0o010000, 'a pipe'],
  [0o140000, 'a socket'],
  [0o060000, 'a device'],
  [0o020000, 'a device'],
]);
const PLAIN_KINDS: readonly number[] = [0, 0o100000];
/** In the attributes of DOS: a folder, the name of a disk. */
const NO_FILE = 0x18;

/** Extra fields that give an entry another name, another length or other bytes. */
const EXTRA = new Map([
  [0x0001, 'lengths of zip64'],
  [0x7075, 'a second name'],
  [0x6375, 'a second comment'],
  [0x9901, 'encryption'],
  [0x0017, 'encryption'],
]);

/** What the directory says of each entry, in its order; throws a ZipError where one is no plain file with a plain name. */
export function readDirectory(file: FileBytes, end: ZipEnd): readonly DirectoryEntry[] {
  if (end.bytes > LONGEST) throw new ZipError('unsafe', `The zip has a directory of ${end.bytes} bytes.`);
  const directory = file.read(end.at, end.bytes);
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    const next = nextOf(directory, at);
    if (next === null) {
      throw new ZipError('damaged', `The directory of the zip is broken behind ${entries.length} entries.`);
    }
    entries.push(entryOf(directory.subarray(at, next)));
    at = next;
  }
  if (entries.length !== end.entries) {
    const counts = `${entries.length} entries, and ${end.entries} by its end`;
    throw new ZipError('damaged', `The directory of the zip has ${counts}.`);
  }
  const double = doubleProblem(entries.map(({ path }) => path));
  if (double !== null) throw new ZipError('unsafe', double);
  return entries;
}

/** Where the record behind this one begins; null where none begins here, or not the whole of it is there. */
function nextOf(directory: Buffer, at: number): number | null {
  if (at + LENGTH.central > directory.length) return null;
  if (directory.readUInt32LE(at) !== SIGNATURE.central) return null;
  const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
  const next = at + LENGTH.central + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  return next > directory.length ? null : next;
}

function entryOf(record: Buffer): DirectoryEntry {
  const flags = record.readUInt16LE(8);
  const name = record.subarray(LENGTH.central, LENGTH.central + record.readUInt16LE(28));
  const path = name.toString();
  const entry = {
    ...{ path, flags, method: record.readUInt16LE(10), crc32: record.readUInt32LE(16) },
    ...{ packed: record.readUInt32LE(20), bytes: record.readUInt32LE(24), offset: record.readUInt32LE(42) },
  };
  const why = nameProblem(name, flags) ?? kindProblem(record, path) ?? whyNot(record, entry);
  if (why !== null) throw new ZipError('unsafe', `The entry \`${shownName(path)}\` ${why}.`);
  const problem = pathProblem(path);
  if (problem !== null) throw new ZipError('unsafe', problem);
  return entry;
}

function nameProblem(name: Buffer, flags: number): string | null {
  if (!isUtf8(name)) return 'has a name that is no UTF-8';
  const isAscii = name.every((byte) => byte < 0x80);
  return isAscii || (flags & FLAG.utf8) !== 0 ? null : 'has a name that is not said to be UTF-8';
}

function kindProblem(record: Buffer, path: string): string | null {
  const attributes = record.readUInt32LE(38);
  const kind = (attributes >>> 16) & KIND;
  if (path.endsWith('/') || kind === 0o040000 || (attributes & NO_FILE) !== 0) {
    return 'is a folder, as in a zip that was made anew; a pack holds files alone';
  }
  return PLAIN_KINDS.includes(kind)
    ? null
    : `is ${KINDS.get(kind) ?? 'of an unknown kind'}, and no plain file`;
}

function whyNot(record: Buffer, { flags, method, packed, bytes, offset }: DirectoryEntry): string | null {
  if ((flags & ENCRYPTED) !== 0) return 'is encrypted';
  if ((flags & ~PLAIN_FLAGS) !== 0) return `has the unknown flags \`0x${flags.toString(16)}\``;
  if (method !== METHOD.stored && method !== METHOD.deflated) return `is packed by the method ${method}`;
  if ([packed, bytes, offset].includes(0xffffffff)) return 'has lengths of zip64';
  if (method === METHOD.stored && packed !== bytes) return 'is stored with two lengths';
  if (record.readUInt16LE(32) !== 0) return 'has a comment';
  if (record.readUInt16LE(34) !== 0) return 'is on another disk';
  const extra = LENGTH.central + record.readUInt16LE(28);
  return extraProblem(record.subarray(extra, extra + record.readUInt16LE(30)));
}

/** Why the extra fields of an entry cannot be passed by; null where they can. */
export function extraProblem(extra: Buffer): string | null {
  for (let at = 0; at < extra.length; ) {
    if (at + 4 > extra.length) return 'has broken extra fields';
    const what = EXTRA.get(extra.readUInt16LE(at));
    if (what !== undefined) return `has an extra field with ${what}`;
    at += 4 + extra.readUInt16LE(at + 2);
    if (at > extra.length) return 'has broken extra fields';
  }
  return null;
}
