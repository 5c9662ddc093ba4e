import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Rewrites a file, and says whether there was anything to change. After a crash, too, it is there whole, as it was or
 * as it is to be; what another process appends in the meantime is not lost.
 */
export function replaceText(path: string, change: (text: string) => string): boolean {
  const file = realpathSync(path);
  for (;;) {
    // One character for each byte, so that all others stay as they are.
    const text = readFileSync(file, 'latin1');
    const changed = change(text);
    if (changed === text) return false;
    const written = `${file}.unfinished`;
    writeSynced(written, changed, statSync(file).mode);
    if (statSync(file).size !== text.length) continue;
    renameSync(written, file);
    syncFolder(dirname(file));
    return true;
  }
}

function writeSynced(path: string, text: string, mode: number): void {
  const handle = openSync(path, 'w', mode);
  try {
    // The process's own mask took bits away.
    fchmodSync(handle, mode);
    writeFileSync(handle, text, 'latin1');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A rename is on the disk once its folder is. */
function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
