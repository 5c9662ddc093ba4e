import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreadable } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { shownPath } from '../terminal/shown-path.ts';
import { inFolder } from './names.ts';
import type { PackedFiles } from './packed-run.ts';
import { piecesOf } from './run-folder.ts';

/** The files of a run as they stand in its folder; a UsageError names one that cannot be read. */
export function folderFiles(dir: string): PackedFiles {
  const placeOf = (path: string) => join(dir, inFolder(path));
  return {
    bytesOf: (path) => reading(placeOf(path), () => readFileSync(placeOf(path))),
    partsOf: function* (path) {
      const pieces = piecesOf(placeOf(path));
      for (;;) {
        const piece = reading(placeOf(path), () => pieces.next());
        if (piece.done === true) return;
        yield piece.value;
      }
    },
  };
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(unreadable(error, shownPath(file), 'the folder of a run that is over'));
  }
}
