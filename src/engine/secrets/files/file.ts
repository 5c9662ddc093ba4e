import { closeSync, openSync, readSync } from 'node:fs';
import type { Held } from '../look/found.ts';
import { openSearch, searchBytes } from '../look/search.ts';
import type { SecretsOfFiles } from './secrets.ts';

/** So many bytes of a file are read at once. */
const PIECE = 1024 * 1024;

/** What a file of whatever size holds, in whatever form; others may act between two steps. Throws where it cannot be read. */
export function* heldBy(
  path: string,
  { sought, longest }: SecretsOfFiles,
): Generator<undefined, Held | null> {
  const search = openSearch(sought, longest);
  const sink = searchBytes(search);
  const file = openSync(path, 'r');
  try {
    while (search.held !== 'secret') {
      // New each time: what unpacks it keeps its end.
      const bytes = Buffer.allocUnsafe(PIECE);
      const length = readSync(file, bytes, 0, PIECE, null);
      if (length === 0) break;
      sink.push(bytes.subarray(0, length));
      yield;
    }
  } finally {
    closeSync(file);
  }
  sink.end();
  return search.held;
}
