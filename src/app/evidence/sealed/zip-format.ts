/** What the records of a zip begin with. */
export const SIGNATURE = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  descriptor: 0x08074b50,
} as const;

/** How long they are without the names that follow, in bytes. */
export const LENGTH = { local: 30, central: 46, end: 22 } as const;

/** How an entry's bytes are kept. */
export const METHOD = { stored: 0, deflated: 8 } as const;

/** Of the flags of an entry: lengths and CRC stand behind its bytes, and its name is UTF-8. */
export const FLAG = { descriptor: 0x8, utf8: 0x800 } as const;

/** One more is what says that the real number stands in a record of zip64. */
export const MOST_ENTRIES = 0xfffe;

/** What all entries may hold when unpacked, in bytes, and how many times the zip's own length: beyond that it is a bomb. */
export const MOST_UNPACKED = 2 * 1024 ** 3;
export const MOST_TIMES = 200;

/** At once so much is read, deflated or inflated, in bytes: it inflates to at most a thousand times as much. */
export const PIECE = 8 * 1024;

/** An entry that has been written. */
export interface Written {
  readonly name: Buffer;
  readonly crc32: number;
  /** Its length in the zip, and unpacked. */
  readonly packed: number;
  readonly bytes: number;
  /** Where it begins. */
  readonly offset: number;
}

/** 2.0, which knows `deflate`; an entry made so on Unix has the mode of a file. */
const VERSION = 20;
const MADE_ON_UNIX = 3 << 8;
/** A plain file, 0644. */
const MODE = 0o100644 * 0x10000;
/** The first that a zip can name: 1980-01-01 00:00. */
const TIME = 0;
const DATE = (1 << 5) | 1;

/** What stands before an entry's bytes. */
export function localRecord(entry: Written): Buffer {
  return Buffer.concat([u32(SIGNATURE.local), ofBoth(entry), u16(0), entry.name]);
}

/** What the directory says of an entry. */
export function centralRecord(entry: Written): Buffer {
  return Buffer.concat([
    ...[u32(SIGNATURE.central), u16(MADE_ON_UNIX | VERSION), ofBoth(entry)],
    // No extra field, no comment, the first disk, and nothing said of what it holds.
    ...[u16(0), u16(0), u16(0), u16(0)],
    ...[u32(MODE), u32(entry.offset), entry.name],
  ]);
}

/** The end of a zip. */
export function endRecord(entries: number, directory: { at: number; bytes: number }): Buffer {
  const count = u16(entries);
  return Buffer.concat([
    ...[u32(SIGNATURE.end), u16(0), u16(0), count, count],
    ...[u32(directory.bytes), u32(directory.at), u16(0)],
  ]);
}

function ofBoth({ name, crc32, packed, bytes }: Written): Buffer {
  return Buffer.concat([
    ...[u16(VERSION), u16(FLAG.utf8), u16(METHOD.deflated), u16(TIME), u16(DATE)],
    ...[u32(crc32), u32(packed), u32(bytes), u16(name.length)],
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
