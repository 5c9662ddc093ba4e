import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './settings.ts';
import { lineWithoutUtf8 } from './text-file.ts';

/** The text of a folder's `.env`; null where there is none. Throws a SettingsError where it is no file that can be read as UTF-8. */
export function readDotenv(directory: string): string | null {
  const found = lookAt(join(directory, '.env'), '.env');
  if (typeof found !== 'string') return found === null ? null : textOf(found);
  throw new SettingsError([`\`.env\` is ${found}; right would be a file of lines \`NAME=value\`, or none.`]);
}

/** What stands there: the bytes of a regular file, what it is instead, or null for nothing. Throws a SettingsError where that cannot be found out. */
export function lookAt(file: string, shown: string): Buffer | string | null {
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return null;
    const found = statSync(file);
    if (found.isFile()) return readFileSync(file);
    // A pipe might never end.
    return found.isDirectory() ? 'a folder' : 'no regular file';
  } catch (error) {
    // What the file system throws.
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError([
      `\`${shown}\` cannot be read (\`${code}\`); right would be a file that can be, or none.`,
    ]);
  }
}

/** Throws where the bytes are no UTF-8. */
function textOf(bytes: Buffer): string {
  const line = lineWithoutUtf8(bytes);
  if (line === null) return bytes.toString('utf8');
  throw new SettingsError([
    `Line ${line} of \`.env\` is no UTF-8, as where an editor or PowerShell wrote UTF-16; right would be the file in UTF-8.`,
  ]);
}
