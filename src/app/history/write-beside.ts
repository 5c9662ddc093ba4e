import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { kindOf } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';

/**
 * Writes a file so that whoever reads it sees the one before or this one, whole: it is written beside it and renamed.
 * Throws a UsageError, which names the option, where that cannot be.
 */
export function writeRenamed(path: string, text: string, option: string): void {
  const right = 'right would be a file, or a path where there is none yet, in a folder of your own';
  if (kindOf(path) === 'other') {
    throw new UsageError(`\`${option}\` is \`${path}\`, which is no regular file; ${right}.`);
  }
  const beside = `${path}.${process.pid}.unfinished`;
  try {
    const handle = openSync(beside, 'wx');
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`\`${option}\` is \`${path}\`, which cannot be written (\`${code}\`); ${right}.`);
  }
}
