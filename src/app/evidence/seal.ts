import type { KeyObject } from 'node:crypto';
import { MANIFEST_FILES, type Manifest, manifestOf, manifestText } from './manifest.ts';
import { SIGNED_BY, signedBy, signManifest } from './signature.ts';
import type { PackEntry } from './zip-bytes.ts';
import { type WrittenZip, writeZip } from './zip-write.ts';

/** What a pack is sealed with. */
export interface Seal {
  /** Of the manifest, all but its files. */
  readonly head: Omit<Manifest, 'formatVersion' | 'files'>;
  /** The private key that signs it; null where it is not signed. */
  readonly key: KeyObject | null;
}

/** Writes a pack of these files, with their manifest and, where there is a key, its signature and `signed-by.pem`. */
export function sealPack(out: string, files: Iterable<PackEntry>, { head, key }: Seal): WrittenZip {
  const listed = [...files, ...(key === null ? [] : [entry(SIGNED_BY, signedBy(key))])];
  const manifest = Buffer.from(manifestText(manifestOf(head, listed)));
  const entries = [...listed, entry(MANIFEST_FILES.manifest, manifest)];
  if (key !== null) {
    const { raw, base64 } = signManifest(manifest, key);
    entries.push(entry(MANIFEST_FILES.signature, raw), entry(MANIFEST_FILES.base64, base64));
  }
  return writeZip(out, entries);
}

function entry(path: string, content: Buffer | string): PackEntry {
  return { path, parts: () => [content] };
}
