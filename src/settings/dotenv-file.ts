import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settingsNamedIn } from './setting-names.ts';
import { SettingsError } from './settings.ts';

/** The text of a folder's `.env`; null where there is none. Throws a SettingsError where it is no file that can be read as UTF-8. */
export function readDotenv(directory: string): string | null {
  const found = lookAt(join(directory, '.env'), '.env');
  if (typeof found !== 'string') return found === null ? null : textOf(found);
  throw new SettingsError([`\`.env\` is ${found}; right would be a file of lines \`NAME=value\`, or none.`]);
}

/**
 * What the `.env` of a folder above names of ours, up to the root of the package that this one is in: it is not read,
 * so a run without an endpoint would be one against the mock by mistake. [] where there is nothing of the kind.
 */
export function problemsAbove(directory: string): readonly string[] {
  for (const folder of foldersAbove(directory)) {
    const file = join(folder, '.env');
    const found = lookAt(file, file);
    const [line, name] = Buffer.isBuffer(found) ? (namedIn(found) ?? []) : [];
    if (name === undefined) continue;
    return [
      `Line ${line} of \`${file}\` names \`${name}\`, and only a \`.env\` in \`${directory}\` is read; right would be to begin in \`${folder}\`, or \`--mock\`.`,
    ];
  }
  return [];
}

/** The folders above one, the nearest first, up to that of the nearest package; [] where there is no package. */
function foldersAbove(directory: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = directory; !existsSync(join(folder, 'package.json')); folder = dirname(folder)) {
    if (folder === dirname(folder)) return [];
    folders.push(dirname(folder));
  }
  return folders;
}

/** The first line that names a setting and is no comment, and which; in whatever encoding, since nothing is read. */
function namedIn(bytes: Buffer): readonly [line: number, name: string] | null {
  const lines = bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .split(/\r\n?|\n/);
  for (const [index, line] of lines.entries()) {
    const [name] = /^\s*#/.test(line) ? [] : settingsNamedIn(line);
    if (name !== undefined) return [index + 1, name];
  }
  return null;
}

/** What stands there: the bytes of a regular file, what it is instead, or null for nothing. Throws a SettingsError where that cannot be found out. */
function lookAt(file: string, shown: string): Buffer | string | null {
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

/** Throws where the bytes are no UTF-8; UTF-16 without a mark is valid UTF-8, with a NUL beside each letter. */
function textOf(bytes: Buffer): string {
  const isText = (part: Buffer) => isUtf8(part) && !part.includes(0);
  if (isText(bytes)) return bytes.toString('utf8');
  const lines = bytes.toString('latin1').split('\n');
  const line = lines.findIndex((one) => !isText(Buffer.from(one, 'latin1'))) + 1;
  throw new SettingsError([
    `Line ${line} of \`.env\` is no UTF-8, as where an editor or PowerShell wrote UTF-16; right would be the file in UTF-8.`,
  ]);
}
