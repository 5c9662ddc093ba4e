import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/app/evidence/sealed/crc32.ts';

/** What is said of an entry, in its own record or in the directory. */
interface Told {
  readonly name?: string | Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly crc32?: number;
  readonly packed?: number;
  readonly bytes?: number;
  readonly extra?: Buffer;
}

/** An entry that is a plain one but for what is given. */
export interface OddEntry extends Told {
  readonly content?: string | Buffer;
  /** As they stand in the zip. */
  readonly data?: Buffer;
  /** In its own record alone, and in the directory alone. */
  readonly local?: Told;
  readonly central?: Told;
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly comment?: string;
  readonly disk?: number;
  /** Whether it stands in the directory alone. */
  readonly absent?: boolean;
  /** Where the directory says that it begins. */
  readonly offset?: number;
  /** Bytes in front of it and behind it. */
  readonly before?: Buffer;
  readonly after?: Buffer;
}

/** A zip that is a plain one but for what is given. */
export interface OddZip {
  readonly front?: Buffer;
  /** Between the directory and the end record; behind the end record. */
  readonly gap?: Buffer;
  readonly back?: Buffer;
  readonly comment?: string;
  readonly disk?: number;
  readonly counts?: readonly [number, number];
  /** Where the end record says that the directory begins, and how long it is. */
  readonly at?: number;
  readonly bytes?: number;
}

/** The bytes of a zip, made by hand with the zlib of Node. */
export function oddZip(entries: readonly OddEntry[], odd: OddZip = {}): Buffer {
  const parts: Buffer[] = [odd.front ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const entry of entries) {
    const told = toldOf(entry);
    if (entry.absent) {
      directory.push(record(entry, told, entry.offset ?? 0));
      continue;
    }
    parts.push(entry.before ?? Buffer.alloc(0));
    const offset = entry.offset ?? length();
    const local = { ...told, ...entry.local };
    const extra = local.extra ?? Buffer.alloc(0);
    parts.push(le([4, 0x04034b50]), common(local, extra), Buffer.from(local.name), extra);
    parts.push(told.data, entry.after ?? Buffer.alloc(0));
    directory.push(record(entry, { ...told, ...entry.central }, offset));
  }
  const at = length();
  const bytes = Buffer.concat(directory);
  const [here, all] = odd.counts ?? [entries.length, entries.length];
  const comment = Buffer.from(odd.comment ?? '');
  const end = le(
    ...([
      [4, 0x06054b50],
      [2, odd.disk ?? 0],
      [2, odd.disk ?? 0],
      [2, here],
      [2, all],
    ] as const),
    ...([
      [4, odd.bytes ?? bytes.length],
      [4, odd.at ?? at],
      [2, comment.length],
    ] as const),
  );
  const back = odd.back ?? Buffer.alloc(0);
  return Buffer.concat([...parts, bytes, odd.gap ?? Buffer.alloc(0), end, comment, back]);
}

let all: string | null = null;
let made = 0;

/** A file of these bytes, in a folder of its own. */
export function fileOf(bytes: Buffer | string, name = 'x.zip'): string {
  const file = join(newFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

/** A new folder: all of a process are in one, for every run reads the names in the temporary folder, and are removed with it. */
export function newFolder(): string {
  if (all === null) {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    all = folder;
  }
  made += 1;
  const folder = join(all, String(made));
  mkdirSync(folder);
  return folder;
}

/** Little-endian numbers of so many bytes each. */
export function le(...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const out = Buffer.alloc(numbers.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of numbers) at = out.writeUIntLE(value, at, bytes);
  return out;
}

function toldOf(entry: OddEntry) {
  const content = Buffer.from(entry.content ?? 'hello');
  const { name = 'a.txt', flags = 0, method = 8 } = entry;
  const data = entry.data ?? (method === 8 ? deflateRawSync(content) : content);
  return {
    ...{ name, flags, method, data },
    crc32: entry.crc32 ?? crc32(content),
    packed: entry.packed ?? data.length,
    bytes: entry.bytes ?? content.length,
    ...(entry.extra === undefined ? {} : { extra: entry.extra }),
  };
}

type Whole = Required<Omit<Told, 'extra'>> & Pick<Told, 'extra'>;

function common({ flags, method, crc32: sum, packed, bytes, name }: Whole, extra: Buffer): Buffer {
  return le(
    ...([
      [2, 20],
      [2, flags],
      [2, method],
      [2, 0],
      [2, 33],
      [4, sum],
      [4, packed],
      [4, bytes],
    ] as const),
    ...([
      [2, Buffer.from(name).length],
      [2, extra.length],
    ] as const),
  );
}

function record(entry: OddEntry, told: Whole, offset: number): Buffer {
  const extra = told.extra ?? Buffer.alloc(0);
  const comment = Buffer.from(entry.comment ?? '');
  return Buffer.concat([
    le([4, 0x02014b50], [2, entry.madeBy ?? 20]),
    common(told, extra),
    le([2, comment.length], [2, entry.disk ?? 0], [2, 0], [4, entry.attributes ?? 0], [4, offset]),
    ...[Buffer.from(told.name), extra, comment],
  ]);
}
