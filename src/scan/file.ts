import { closeSync, openSync, readSync } from 'node:fs';
import { type Search, type Sought, searchBytes } from './search.ts';

/** So many bytes of a file are read at once. */
const PIECE = 1024 * 1024;

/** Whether a file of whatever size holds a secret, in whatever form. Throws where it cannot be read. */
export function holdsSecret(path: string, sought: Sought): boolean {
  const search: Search = { ...sought, found: false };
  const sink = searchBytes(search);
  const file = openSync(path, 'r');
  try {
    while (!search.found) {
      // New each time: what unpacks it keeps its end.
      const bytes = Buffer.allocUnsafe(PIECE);
      const length = readSync(file, bytes, 0, PIECE, null);
      if (length === 0) break;
      sink.push(bytes.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  sink.end();
  return search.found;
}
