import { sumOf } from '../../../engine/contract/digest.ts';
import { type Json, parseJson } from '../../../engine/json.ts';
import type { Verdict } from '../../../engine/model/verdict.ts';
import { shapeProblem } from './manifest-shape.ts';
import type { PackEntry } from './zip-bytes.ts';
import { ZipError } from './zip-error.ts';
import type { OpenZip } from './zip-read.ts';

/** The files of a pack that its manifest does not list: itself, and its signature, raw and in base64. */
export const MANIFEST_FILES = {
  manifest: 'MANIFEST.json',
  signature: 'MANIFEST.sig',
  base64: 'MANIFEST.sig.b64',
} as const;

/** A file of a pack: the lower-case hex SHA-256 of what it holds, and its length. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What `MANIFEST.json` says of a pack. */
export interface Manifest {
  readonly formatVersion: 1;
  /** The UUID of the run. */
  readonly run: string;
  readonly verdict: Verdict;
  /** The lower-case hex SHA-256 of the description that was judged by. */
  readonly contract: string;
  readonly suite: { readonly name: string; readonly version: string };
  /** By path; every file but `MANIFEST_FILES`. */
  readonly files: readonly ListedFile[];
}

/** A manifest that was read: its bytes are what is signed. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly bytes: Buffer;
}

/** A manifest of the most entries that a zip can have is shorter, in bytes. */
const LONGEST = 32 * 1024 ** 2;

/** The manifest of these entries, each of which is read once. */
export function manifestOf(
  head: Omit<Manifest, 'formatVersion' | 'files'>,
  entries: Iterable<PackEntry>,
): Manifest {
  const files = [...entries].map(({ path, parts }) => ({ path, ...sumOf(parts()) }));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const { run, verdict, contract, suite } = head;
  const { name, version } = suite;
  return { formatVersion: 1, run, verdict, contract, suite: { name, version }, files };
}

/** A manifest as it is stored. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest of a zip, or in one sentence why it cannot be read. */
export function readManifest(zip: OpenZip): ReadManifest | string {
  const { manifest: path } = MANIFEST_FILES;
  if (!zip.has(path)) return `The zip has no \`${path}\`, so it is no pack of this suite.`;
  try {
    const bytes = zip.bytesOf(path, LONGEST);
    const value = parseJson(bytes.toString());
    if (value === undefined) return `\`${path}\` is no JSON.`;
    return shapeProblem(value) ?? asWritten(bytes, value);
  } catch (error) {
    if (error instanceof ZipError) return error.message;
    throw error;
  }
}

/** Of a member that is there twice each reader takes the one or the other. */
function asWritten(bytes: Buffer, value: Json): ReadManifest | string {
  // `shapeProblem` has found no problem.
  const manifest = value as unknown as Manifest;
  const { formatVersion, run, verdict, contract, suite } = manifest;
  const files = manifest.files.map(({ path, sha256, bytes: length }) => ({ path, sha256, bytes: length }));
  const { name, version } = suite;
  const again = { formatVersion, run, verdict, contract, suite: { name, version }, files };
  if (Buffer.from(manifestText(again)).equals(bytes)) return { manifest, bytes };
  return `\`${MANIFEST_FILES.manifest}\` is not written as this suite writes it: a member may be there twice, or its order is another.`;
}
