import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lookAt } from './dotenv-file.ts';
import { settingsNamedIn } from './setting-names.ts';

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
