import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Manifest } from '../../src/app/evidence/sealed/manifest.ts';
import { sealPack } from '../../src/app/evidence/sealed/seal.ts';
import type { PackEntry } from '../../src/app/evidence/sealed/zip-bytes.ts';
import { type OpenZip, openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { writeZip } from '../../src/app/evidence/sealed/zip-write.ts';
import { fileOf } from './odd-zip.ts';

/** Of a small pack, what its manifest says beside its files. */
export const HEAD: Omit<Manifest, 'formatVersion' | 'files'> = {
  run: '3f1c0d52-8a57-4a3e-9f0b-6f1d2c3b4a59',
  verdict: 'non-conformant',
  contract: '3f'.repeat(32),
  suite: { name: 'some-suite', version: '0.1.0' },
};

/** Its files. */
export const FILES: readonly PackEntry[] = [
  file('reports/conformance.json', '{"verdict": "non-conformant"}\n'),
  file('reports/evidence.har', '{"log": {}}\n'),
  file('dispute.md', '# What is in dispute\n'),
];

/** Who signs it. */
export const KEYS = generateKeyPairSync('ed25519');

/** Where a pack of these files was written, signed by this key. */
export function sealedAt(key: KeyObject | null = KEYS.privateKey): string {
  const out = fileOf('');
  sealPack(out, FILES, { head: HEAD, key });
  return out;
}

/** The same, opened. */
export function sealed(as: 'signed' | 'unsigned' = 'unsigned'): OpenZip {
  return openZip(sealedAt(as === 'signed' ? KEYS.privateKey : null));
}

/** What a zip holds, with these files in the place of its own; null takes one away. */
export function withFiles(zip: OpenZip, files: Readonly<Record<string, string | Buffer | null>>): OpenZip {
  const held = Object.fromEntries(zip.entries.map(({ path }) => [path, zip.bytesOf(path)]));
  const entries = Object.entries<string | Buffer | null>({ ...held, ...files }).flatMap(([path, content]) =>
    content === null ? [] : [file(path, content)],
  );
  const out = fileOf('');
  writeZip(out, entries);
  return openZip(out);
}

function file(path: string, content: string | Buffer): PackEntry {
  return { path, parts: () => [content] };
}
