import { shownName } from './zip-error.ts';

/** No system shows these in a name, and some act on them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Windows takes none of these in a name; a colon is a drive's, or leads into another stream of a file. */
const NOT_ON_WINDOWS = /[<>:"|?*]/;

/** Names of devices there, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Why a path must not stand in a zip, in one sentence; null where it is the plain path of a file on every system. */
export function pathProblem(path: string): string | null {
  const why = whyNot(path);
  return why === null ? null : `The entry \`${shownName(path)}\` ${why}.`;
}

function whyNot(path: string): string | null {
  if (path === '') return 'has no name';
  if (UNSEEN.test(path)) return 'has a character in its name that is not seen';
  if (path.includes('\\')) return 'has a backslash in its name';
  if (path.startsWith('/')) return 'has an absolute path';
  if (/^[a-z]:/i.test(path)) return 'has a drive in its path';
  const parts = path.split('/');
  if (parts.includes('..')) return 'leads out of the folder that it is unpacked in';
  if (parts.includes('') || parts.includes('.')) return 'has a part in its path that names nothing';
  if (path.normalize('NFC') !== path) return 'has a name that is not in the normal form NFC';
  if (NOT_ON_WINDOWS.test(path) || parts.some((part) => /[. ]$/.test(part) || DEVICE.test(part))) {
    return 'has a name that Windows does not take as it is';
  }
  return null;
}

/** The first of these paths that some disk could not tell from another one, or that is a file and a folder, in one sentence. */
export function doubleProblem(paths: readonly string[]): string | null {
  const files = new Map<string, string>();
  for (const path of paths) {
    const same = files.get(folded(path));
    if (same === path) return `The entry \`${shownName(path)}\` is there twice.`;
    if (same !== undefined) {
      return `The entries \`${shownName(same)}\` and \`${shownName(path)}\` differ in letter case alone, and are one file on some disks.`;
    }
    files.set(folded(path), path);
  }
  for (const path of paths) {
    const parts = folded(path).split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const file = files.get(parts.slice(0, length).join('/'));
      if (file !== undefined) {
        return `The entry \`${shownName(file)}\` is a file, and the folder of \`${shownName(path)}\`.`;
      }
    }
  }
  return null;
}

/** What is the same for two names that a disk without letter case may take for one. */
function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
