import { closeSync, openSync } from 'node:fs';
import { HarError, HarReader } from '../report/har-reader.ts';
import type { FileObject, FileValue } from './file-value.ts';
import { JsonFile } from './json-file.ts';
import { JsonFault, Text } from './text.ts';

/** A file that cannot be read as a recording; the message says what there is, where it stands and what would be right. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

/** So many bytes of a body are kept as they stand in the file: it is read up to 64 MiB, and most of its characters are no escapes. */
export const MOST_OF_TEXT = 80 * 1024 * 1024;

/** What is read of an entry, of its request and of its response: a browser writes much more. */
const ENTRY = new Set(['startedDateTime', 'time', 'timings', 'request', 'response']);
const OWN =
  /^_(?:scenario|attempt|probe|purpose|operation|names|instance|trouble|durationMs|timings|answered|sameAs)$/;

/** How a recording is read. */
export interface LogReader {
  /** Whether an entry is to be read. */
  readonly wants: (index: number) => boolean;
  /** So many bytes of a long text are kept, as it stands in the file. */
  readonly most: number;
  /** Is given the items that a file of this suite keeps of its Lists. */
  readonly item?: (item: HarReader) => void;
}

/** What a recording says of itself. */
export interface LogHead {
  readonly creator: { readonly name: string; readonly version: string };
  readonly entries: number;
}

/** An entry as it was read, long texts as a `Text`, and its place among all. */
export type PlacedEntry = readonly [entry: FileObject, index: number];

/** Reads a HAR file, entry by entry. Throws a RecordingError where it is none. */
export function* readLog(path: string, shown: string, reader: LogReader): Generator<PlacedEntry, LogHead> {
  const descriptor = openSync(path, 'r');
  try {
    return yield* readAll(new JsonFile(descriptor), reader);
  } catch (error) {
    throw asTold(error, path, shown);
  } finally {
    closeSync(descriptor);
  }
}

/** A fault of the file as it is told; any other stays what it is. */
export function asTold(error: unknown, path: string, shown: string): unknown {
  if (error instanceof HarError) return new RecordingError(error.message.replace('The HAR file', shown));
  if (!(error instanceof JsonFault)) return error;
  const { line, column } = error.place(path);
  return new RecordingError(`${shown} is no JSON: in line ${line}, column ${column}, ${error.message}.`);
}

function* readAll(file: JsonFile, reader: LogReader): Generator<PlacedEntry, LogHead> {
  let creator = { name: '', version: '' };
  let entries: number | null = null;
  let hasLog = false;
  if (file.next() === 'array') throw new HarError(`The HAR file has no object at its top; ${RIGHT}`);
  for (const name of file.names()) {
    if (name !== 'log' || file.next() !== 'object') {
      file.skip();
      continue;
    }
    hasLog = true;
    for (const member of file.names()) {
      if (member === 'creator') creator = creatorOf(file.value(0));
      else if (member === 'entries' && file.next() === 'array') entries = yield* readEntries(file, reader);
      else if (member === '_items' && reader.item !== undefined) readItems(file, reader.item);
      else file.skip();
    }
  }
  file.end();
  if (!hasLog) throw new HarError(`The HAR file has no \`/log\` that is an object; ${RIGHT}`);
  if (entries === null) throw new HarError(`The HAR file has no \`/log/entries\` that is an array; ${RIGHT}`);
  return { creator, entries };
}

const RIGHT = 'right would be HAR 1.2.';

function* readEntries(file: JsonFile, reader: LogReader): Generator<PlacedEntry, number> {
  let count = 0;
  for (const index of file.places()) {
    count += 1;
    if (!reader.wants(index)) {
      file.skip();
      continue;
    }
    if (file.next() !== 'object') {
      // What is no JSON is told as that.
      file.skip();
      throw new HarError(`The HAR file has no \`/log/entries/${index}\` that is an object.`);
    }
    const entry: Record<string, FileValue> = {};
    for (const name of file.names()) {
      if (ENTRY.has(name) || OWN.test(name)) entry[name] = file.value(reader.most);
      else file.skip();
    }
    yield [entry, index];
  }
  return count;
}

function readItems(file: JsonFile, take: (item: HarReader) => void): void {
  if (file.next() !== 'array') {
    file.skip();
    return;
  }
  for (const index of file.places()) take(HarReader.at(file.value(0), `/log/_items/${index}`));
}

function creatorOf(value: FileValue): LogHead['creator'] {
  const text = (name: string) => textIn(value, name) ?? '';
  return { name: text('name'), version: text('version') };
}

/** The member of an object; undefined where the value is none, or has no such member. */
export function memberIn(value: FileValue | undefined, name: string): FileValue | undefined {
  return isFileObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The text that is a member of an object; null where there is none, or where it is long. */
export function textIn(value: FileValue | undefined, name: string): string | null {
  const found = memberIn(value, name);
  return typeof found === 'string' ? found : null;
}

/** The number that is a member of an object; null where there is none. */
export function numberIn(value: FileValue | undefined, name: string): number | null {
  const found = memberIn(value, name);
  return typeof found === 'number' ? found : null;
}

/** The items of the array that is a member of an object; [] where there is none. */
export function itemsIn(value: FileValue | undefined, name: string): readonly FileValue[] {
  const found = memberIn(value, name);
  return Array.isArray(found) ? found : [];
}

function isFileObject(value: FileValue | undefined): value is FileObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Text);
}
