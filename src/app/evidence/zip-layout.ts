import { type DirectoryEntry, extraProblem } from './zip-directory.ts';
import type { ZipEnd } from './zip-end.ts';
import { shownName, ZipError } from './zip-error.ts';
import type { FileBytes } from './zip-file.ts';
import { FLAG, LENGTH, SIGNATURE } from './zip-format.ts';

/** An entry, and where its bytes begin. */
export interface ZipEntry extends DirectoryEntry {
  readonly begins: number;
}

/**
 * Where the bytes of each entry stand. Throws a ZipError where an entry's own record says other things than the directory,
 * where two share bytes, and where there are bytes that belong to none: another program could read another zip there.
 */
export function readLayout(
  file: FileBytes,
  entries: readonly DirectoryEntry[],
  end: ZipEnd,
): readonly ZipEntry[] {
  const begins = new Map<DirectoryEntry, number>();
  let at = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < at) throw unsafe(entry.path, 'shares bytes with another one');
    if (entry.offset > at) throw unsafe(entry.path, 'has bytes before it that belong to none');
    begins.set(entry, beginsAt(file, entry));
    at = endsAt(file, entry, begins.get(entry) ?? 0);
    if (at > end.at) {
      if (at > file.size) throw new ZipError('cut-off', `The entry \`${shownName(entry.path)}\` is cut off.`);
      throw unsafe(entry.path, 'shares bytes with the directory');
    }
  }
  if (at < end.at)
    throw new ZipError('unsafe', 'The zip has bytes before its directory that belong to no entry.');
  return entries.map((entry) => ({ ...entry, begins: begins.get(entry) ?? 0 }));
}

function unsafe(path: string, why: string): ZipError {
  return new ZipError('unsafe', `The entry \`${shownName(path)}\` ${why}.`);
}

function beginsAt(file: FileBytes, entry: DirectoryEntry): number {
  const { path, offset } = entry;
  const record = file.read(offset, LENGTH.local);
  if (record.length < LENGTH.local || record.readUInt32LE(0) !== SIGNATURE.local) {
    throw new ZipError('damaged', `The entry \`${shownName(path)}\` is not where the directory says.`);
  }
  const name = record.readUInt16LE(26);
  const extra = record.readUInt16LE(28);
  const rest = file.read(offset + LENGTH.local, name + extra);
  const ownName = rest.subarray(0, name);
  if (!ownName.equals(Buffer.from(path))) {
    throw unsafe(path, `is called \`${shownName(ownName.toString())}\` in its own record`);
  }
  if (isOther(record, entry)) throw unsafe(path, 'is told of otherwise in its own record');
  const problem = extraProblem(rest.subarray(name));
  if (problem !== null) throw unsafe(path, problem);
  return offset + LENGTH.local + name + extra;
}

/** Whether an entry's own record says anything else; where CRC and lengths stand behind the bytes it may hold zeros. */
function isOther(record: Buffer, { flags, method, crc32, packed, bytes }: DirectoryEntry): boolean {
  if (record.readUInt16LE(6) !== flags || record.readUInt16LE(8) !== method) return true;
  const own = [14, 18, 22].map((place) => record.readUInt32LE(place));
  if ((flags & FLAG.descriptor) !== 0 && own.every((one) => one === 0)) return false;
  return own.some((one, index) => one !== [crc32, packed, bytes][index]);
}

/** Behind the bytes, and what follows them, with its mark or without, where they were written before their length was known. */
function endsAt(file: FileBytes, entry: DirectoryEntry, begins: number): number {
  const { path, flags, crc32, packed, bytes } = entry;
  const ends = begins + packed;
  if ((flags & FLAG.descriptor) === 0 || ends > file.size) return ends;
  const record = file.read(ends, 16);
  const at = record.length === 16 && record.readUInt32LE(0) === SIGNATURE.descriptor ? 4 : 0;
  const told = record.length < at + 12 ? [] : [0, 4, 8].map((place) => record.readUInt32LE(at + place));
  if (told[0] !== crc32 || told[1] !== packed || told[2] !== bytes) {
    throw unsafe(path, 'is told of otherwise behind its bytes');
  }
  return ends + at + 12;
}
