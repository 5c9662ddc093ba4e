import { isKnownSuffix, isSource, mayBeFile } from './suffixes.ts';
import { OF_FILES } from './word.ts';

/** As many characters of a name as are looked at. */
const LONGEST = 200;

const SUFFIX = /\.([A-Za-z]\w{0,9}(?:\+\+)?)$/;
const MEDIA_TYPE = /^(?:application|text|image|audio|video|multipart|font|model|message)\//i;

/** Where the paths of a machine's own files begin. */
const ROOTED =
  /^(?:[A-Za-z]:[\\/]|~\/|\/(?:srv|usr|opt|var|app|apps|home|etc|root|tmp|s?bin|lib\d{0,2}|mnt|data|workspace|builds?|src|Users|private|run|code|go|github|local)\/)/;

/** Files that have no suffix. */
const WITHOUT_SUFFIX =
  /(?:^|[\\/])(?:Make|Docker|Jenkins|Rake|Gem|Pod|Fast|Vagrant|Proc|Brew|Cap|Guard|Container|Tilt)file$/;

/** A word that may be a file's name or path, in two: what stands before its suffix, and that; null where it is none. */
export function fileNamed(word: string): { readonly suffix: string; readonly isPath: boolean } | null {
  const name = word.replace(/^(?:\w{1,30}=)?[([{=,;:!*]{0,9}/, '');
  const scheme = name.indexOf('://');
  if (scheme >= 0 && !OF_FILES.test(name.slice(Math.max(0, scheme - 22), scheme))) return null;
  if (name.startsWith('//') || MEDIA_TYPE.test(name)) return null;
  if (name.lastIndexOf('@') > Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))) return null;
  if (ROOTED.test(name) || WITHOUT_SUFFIX.test(name)) {
    return { suffix: SUFFIX.exec(name)?.[1] ?? '', isPath: true };
  }
  const suffix = SUFFIX.exec(name)?.[1];
  if (suffix === undefined) return null;
  const isPath = /[\\/]/.test(name);
  const bare = name.slice(0, name.length - suffix.length - 1);
  if (!/[\p{L}\p{N}_)\]$*+~%-]$/u.test(bare)) return null;
  // A group and version of Kubernetes, with its kind: `apps/v1.Deployment`.
  if (isPath && !isKnownSuffix(suffix) && /^[A-Z][a-z]{2}/.test(suffix)) return null;
  return isPath || mayBeFile(bare, suffix) ? { suffix, isPath } : null;
}

/** Whether a word is a file of source code, or a path of the machine. */
export function isOfCode(word: string): boolean {
  const file = fileNamed(word);
  return file !== null && (isSource(file.suffix) || ROOTED.test(word));
}

/** The last word of a text, as far as it is looked at; it ends at a blank, a quote or an angle bracket. */
export function lastWord(text: string, end: number): string {
  let start = end;
  const first = Math.max(0, end - LONGEST);
  while (start > first && !/[\s"'`<>|‘’“”]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}
