import { sumOf } from '../../../engine/contract/digest.ts';
import { type ListedFile, MANIFEST_FILES, type Manifest } from './manifest.ts';
import { shownName, ZipError } from './zip-error.ts';
import type { OpenZip } from './zip-read.ts';

const UNLISTED: readonly string[] = Object.values(MANIFEST_FILES);

/** What of a zip is not as its manifest says: a sentence for each file, by its path; none where all is. */
export function checkSums(zip: OpenZip, { files }: Manifest): readonly string[] {
  const problems: { readonly path: string; readonly text: string }[] = [];
  const listed = new Set<string>();
  let last = '';
  for (const file of files) {
    const { path } = file;
    const tell = (what: string) => problems.push({ path, text: `\`${shownName(path)}\` ${what}.` });
    if (listed.has(path)) tell('is listed twice');
    else if (UNLISTED.includes(path)) tell('is listed, and no sum of its own can be in it');
    else if (!zip.has(path)) tell('is missing');
    else problems.push(...wrongIn(zip, file));
    if (path < last) tell('is not in its place in the manifest, which is sorted by path');
    listed.add(path);
    last = path;
  }
  for (const { path } of zip.entries) {
    if (listed.has(path) || UNLISTED.includes(path)) continue;
    const text = `\`${shownName(path)}\` is in the zip, and the manifest does not list it.`;
    problems.push({ path, text });
  }
  // Of the same path they stay in their order.
  return problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)).map(({ text }) => text);
}

function wrongIn(zip: OpenZip, { path, sha256, bytes }: ListedFile) {
  const tell = (text: string) => [{ path, text }];
  const name = `\`${shownName(path)}\``;
  try {
    const found = sumOf(zip.partsOf(path));
    if (found.bytes !== bytes) return tell(`${name} has ${found.bytes} bytes, and ${bytes} by the manifest.`);
    return found.sha256 === sha256
      ? []
      : tell(`${name} was changed: its SHA-256 is not that of the manifest.`);
  } catch (error) {
    if (error instanceof ZipError) return tell(error.message);
    throw error;
  }
}
