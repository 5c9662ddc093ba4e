import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unreadable, utf8Problem } from '../../engine/text-file.ts';
import { SettingsError } from '../../lifecycle/settings/settings.ts';

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
    throw new SettingsError([unreadable(error, `\`${shown}\``)]);
  }
}

/** Throws where the bytes are no UTF-8. */
function textOf(bytes: Buffer): string {
  const problem = utf8Problem(bytes, '`.env`');
  if (problem !== null) throw new SettingsError([problem]);
  return bytes.toString('utf8');
}
