import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { UNFINISHED } from '../../engine/report/file-names.ts';
import { type PackEntry, zipBytes } from './zip-bytes.ts';

/** What was written: the lower-case hex SHA-256 of the file, and its length. */
export interface WrittenZip {
  readonly sha256: string;
  readonly bytes: number;
}

/** At once so much is read, in bytes. */
const PIECE = 256 * 1024;

/**
 * Writes these entries as a zip, sorted by path: the same bytes for the same content. Nobody sees it before it is whole,
 * and what stood there is gone then; where it fails nothing has changed. Throws a ZipError where it could not be read
 * again, and what the system says.
 */
export function writeZip(out: string, entries: Iterable<PackEntry>): WrittenZip {
  const unfinished = `${out}.${process.pid}${UNFINISHED}`;
  const file = openSync(unfinished, 'wx+');
  try {
    let written: WrittenZip;
    try {
      for (const { at, bytes } of zipBytes(entries)) writeAt(file, bytes, at);
      fsyncSync(file);
      written = sumOf(file);
    } finally {
      // Some disks tell only now that they are full.
      closeSync(file);
    }
    renameSync(unfinished, out);
    return written;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** One call writes no more than the system likes. */
function writeAt(file: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; ) {
    const written = writeSync(file, bytes, at, bytes.length - at, position + at);
    if (written === 0) throw new Error('nothing more was taken');
    at += written;
  }
}

/** Of what stands in the file: not all was written in its order. */
function sumOf(file: number): WrittenZip {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  let bytes = 0;
  for (let read = -1; read !== 0; bytes += read) {
    read = readSync(file, piece, 0, PIECE, bytes);
    hash.update(piece.subarray(0, read));
  }
  return { sha256: hash.digest('hex'), bytes };
}
