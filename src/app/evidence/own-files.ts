import { sha256OfBytes } from '../../engine/contract/digest.ts';
import { LEFT_SPECS, PACKED } from './names.ts';
import type { RunSettings } from './run-settings.ts';
import { MANIFEST_FILES } from './sealed/manifest.ts';
import { SIGNED_BY } from './sealed/signature.ts';
import { shownName } from './sealed/zip-error.ts';
import type { OpenZip } from './sealed/zip-read.ts';

/** The SHA-256 of files that are the same in each pack of a version, by their paths in it. */
export type OwnFiles = Readonly<Record<string, string>>;

/** Which files are missing, are none of a pack's, or are not those of this version, a sentence each. */
export function otherFiles(
  zip: OpenZip,
  { description, statements }: Pick<RunSettings, 'description' | 'statements'>,
  own: OwnFiles,
): readonly string[] {
  const specs = [description, ...(statements === null ? [] : [statements])];
  const needed = [
    ...Object.values(PACKED),
    ...specs.map((name) => `${LEFT_SPECS}/${name}`),
    ...Object.keys(own),
  ];
  const known = new Set<string>([...needed, ...Object.values(MANIFEST_FILES), SIGNED_BY]);
  return [
    ...[...new Set(needed)]
      .filter((path) => !zip.has(path))
      .map((path) => `There is no \`${path}\`, which each pack has.`),
    ...zip.entries
      .filter(({ path }) => !known.has(path))
      .map(({ path }) => `\`${shownName(path)}\` is none of the files of a pack.`),
    ...Object.entries(own)
      .filter(([path, sha256]) => zip.has(path) && sha256OfBytes(zip.bytesOf(path)) !== sha256)
      .map(([path]) => `\`${path}\` is not that of this version.`),
  ];
}
