import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Manifest, manifestText, readManifest } from '../../src/app/evidence/sealed/manifest.ts';
import { checkSignature } from '../../src/app/evidence/sealed/signature.ts';
import { checkSums } from '../../src/app/evidence/sealed/sums.ts';
import { ZipError } from '../../src/app/evidence/sealed/zip-error.ts';
import { type OpenZip, openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { test } from '../own-test.ts';
import { fileOf, oddZip } from './odd-zip.ts';
import { sealed, sealedAt, withFiles } from './packs.ts';

/** What is wrong with a zip by the manifest that it holds. */
function problemsOf(zip: OpenZip, change: (manifest: Manifest) => Manifest = (as) => as): readonly string[] {
  const read = readManifest(zip);
  return typeof read === 'string' ? [read] : checkSums(zip, change(read.manifest));
}

test('a pack as it was written has the sums of its manifest', () => {
  expect(problemsOf(sealed())).toEqual([]);
});

test('each file that is not as the manifest says is named', () => {
  const zip = sealed();
  const har = zip.bytesOf('reports/evidence.har').toString();
  expect(
    problemsOf(
      withFiles(zip, {
        'reports/evidence.har': har.replace('{}', '[]'),
        'reports/conformance.json': '{"verdict": "conformant"}\n',
        'dispute.md': null,
        'reports/more.txt': 'more',
      }),
    ),
  ).toEqual([
    '`dispute.md` is missing.',
    '`reports/conformance.json` has 26 bytes, and 30 by the manifest.',
    '`reports/evidence.har` was changed: its SHA-256 is not that of the manifest.',
    '`reports/more.txt` is in the zip, and the manifest does not list it.',
  ]);
});

test('a list that names a file twice, itself, or in a wrong place is told', () => {
  const told = (change: (files: Manifest['files']) => Manifest['files']) =>
    problemsOf(sealed(), (manifest) => ({ ...manifest, files: change(manifest.files) }));
  expect(told((files) => files.flatMap((file) => [file, file]).slice(0, -1))).toEqual([
    '`dispute.md` is listed twice.',
    '`reports/conformance.json` is listed twice.',
  ]);
  expect(told((files) => [...files].reverse())).toEqual([
    '`dispute.md` is not in its place in the manifest, which is sorted by path.',
    '`reports/conformance.json` is not in its place in the manifest, which is sorted by path.',
  ]);
  const own = { path: 'MANIFEST.json', sha256: '00'.repeat(32), bytes: 1 };
  expect(told((files) => [own, ...files])).toEqual([
    '`MANIFEST.json` is listed, and no sum of its own can be in it.',
  ]);
  expect(told(() => [])).toHaveLength(3);
});

test('a file that cannot be unpacked is told, and the others are looked at all the same', () => {
  const zip = sealed();
  const entries = zip.entries.map(({ path }) => ({
    ...{ name: path, content: zip.bytesOf(path) },
    ...(path === 'dispute.md' ? { data: Buffer.from([7]) } : {}),
    ...(path === 'reports/evidence.har' ? { content: 'other' } : {}),
  }));
  expect(problemsOf(openZip(fileOf(oddZip(entries))))).toEqual([
    'The entry `dispute.md` cannot be unpacked: its bytes are broken.',
    '`reports/evidence.har` has 5 bytes, and 12 by the manifest.',
  ]);
});

/** Whether anything is found to be wrong with a file. */
function isFound(file: string): boolean {
  let zip: OpenZip | undefined;
  try {
    zip = openZip(file);
    const read = readManifest(zip);
    if (typeof read === 'string') return true;
    const signature = checkSignature(zip, read.bytes, null);
    return checkSums(zip, read.manifest).length > 0 || signature.problems.length > 0 || !zip.isAsWritten();
  } catch (error) {
    if (error instanceof ZipError) return true;
    throw error;
  } finally {
    zip?.close();
  }
}

test('whichever bit of a signed pack is another, it is found @slow', () => {
  const whole = readFileSync(sealedAt());
  expect(isFound(fileOf(whole))).toBe(false);
  const unnoticed = [...whole.keys()].filter((place) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (place % 8)), place);
    return !isFound(fileOf(bytes));
  });
  expect(unnoticed).toEqual([]);
});

test('a manifest that was changed with the file it tells of fits its sums, and its signature no more', () => {
  const zip = sealed('signed');
  const read = readManifest(zip);
  if (typeof read === 'string') throw new Error(read);
  const forged = manifestText({ ...read.manifest, verdict: 'conformant' });
  const other = withFiles(zip, { 'MANIFEST.json': forged });
  expect(problemsOf(other)).toEqual([]);
  expect(checkSignature(other, Buffer.from(forged), null).problems).toEqual([
    expect.stringMatching(/^The signature of `MANIFEST\.json` is not one by `SHA256:[0-9a-f]{64}`\.$/),
  ]);
});
