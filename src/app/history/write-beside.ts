import { kindOf } from '../../engine/text-file.ts';
import { UsageError } from '../cli/usage-error.ts';
import { replaceFile } from '../run/replace-file.ts';

/**
 * Writes a file so that whoever reads it sees the one before or this one, whole: it is written beside it and renamed.
 * Throws a UsageError, which names the option, where that cannot be.
 */
export function writeRenamed(path: string, text: string, option: string): void {
  const right = 'right would be a file, or a path where there is none yet, in a folder of your own';
  if (kindOf(path) === 'other') {
    throw new UsageError(`\`${option}\` is \`${path}\`, which is no regular file; ${right}.`);
  }
  try {
    replaceFile(path, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`\`${option}\` is \`${path}\`, which cannot be written (\`${code}\`); ${right}.`);
  }
}
