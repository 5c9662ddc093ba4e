import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { signedBy, signManifest } from '../../../src/app/evidence/sealed/signature.ts';
import { type Files, HAR, JSON_FILE } from '../forged.ts';
import { type OddEntry, oddZip } from '../odd-zip.ts';
import { changed, type Forgery } from './forgery.ts';

/** Files are changed, and the manifest, which is signed, stays. */
export const UNSUMMED: readonly Forgery[] = [
  {
    what: 'the verdict of the report',
    forge: (files) => files.json(JSON_FILE, (report) => (report.verdict = 'conformant')),
    code: 5,
    says: / has \d+ bytes, and \d+ by the manifest/,
  },
  {
    what: 'the verdict of the manifest',
    forge: (files) => files.edit('MANIFEST.json', (text) => text.replace('"non-conformant"', '"conformant"')),
    code: 5,
    says: 'The signature of `MANIFEST.json` is not one by',
  },
  {
    what: 'one byte of a body',
    forge: (files) => files.edit(HAR, (text) => text.replace('Install complete', 'Install complote')),
    code: 5,
    says: changed(HAR),
  },
  ...['conformance.html', 'conformance.md', 'junit.xml'].map(
    (name): Forgery => ({
      what: `a letter of ${name}`,
      forge: (files) => files.edit(`reports/${name}`, (text) => text.replace('the', 'teh')),
      code: 5,
      says: changed(`reports/${name}`),
    }),
  ),
  {
    what: 'a missing file',
    forge: (files) => files.put('reports/junit.xml', null),
    code: 5,
    says: '`reports/junit.xml` is missing.',
  },
  {
    what: 'an extra file',
    forge: (files) => files.put('reports/extra.txt', 'more'),
    code: 5,
    says: '`reports/extra.txt` is in the zip, and the manifest does not list it.',
  },
  {
    what: 'the signature of another manifest',
    forge: (files, others) =>
      ['MANIFEST.sig', 'MANIFEST.sig.b64'].map((path) => files.put(path, others.bytes(path))),
    code: 5,
    says: 'The signature of `MANIFEST.json` is not one by',
  },
  {
    what: 'a signature without its base64',
    forge: (files) => files.put('MANIFEST.sig.b64', null),
    code: 5,
    says: '`MANIFEST.sig.b64` is missing, while `MANIFEST.sig` is there.',
  },
  {
    what: 'a signature that is another in base64',
    forge: (files) => files.put('MANIFEST.sig.b64', `${Buffer.alloc(64).toString('base64')}\n`),
    code: 5,
    says: '`MANIFEST.sig.b64` is not `MANIFEST.sig` in base64.',
  },
  {
    what: 'another `signed-by.pem`',
    forge: (files) => files.put('signed-by.pem', signedBy(generateKeyPairSync('ed25519').privateKey)),
    code: 5,
    says: changed('signed-by.pem'),
  },
  {
    what: 'a signature that is gone, where the key is known',
    forge: (files) => files.summed(),
    code: 5,
    says: 'The pack is not signed, and `--key` is',
    key: true,
  },
  {
    what: 'a signature by another key, where the key is known',
    forge: (files) => signedAnew(files),
    code: 5,
    says: /The pack is signed by .*, and `--key` is/,
    key: true,
  },
  {
    what: 'a signature by another key, where it is not',
    forge: (files) => signedAnew(files),
    code: 0,
    says: 'checked against nobody',
  },
];

/** Signs it with another key. */
function signedAnew(files: Files): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  files.put('signed-by.pem', signedBy(privateKey)).summed({}, true);
  const { raw, base64 } = signManifest(files.bytes('MANIFEST.json'), privateKey);
  files.put('MANIFEST.sig', raw).put('MANIFEST.sig.b64', base64);
}

/** The zip itself is another one. */
export const ZIPS: readonly Forgery[] = [
  odd('zipped anew', (entries) => entries, 'The zip was unpacked and zipped again'),
  odd('a path that leads out', (all) => [{ name: '../x' }, ...all], 'leads out of the folder'),
  odd('an absolute path', (all) => [{ name: '/etc/x' }, ...all], 'has an absolute path'),
  odd('a link', (all) => [...all, { name: 'z', madeBy: 0x31e, attributes: 0xa1ff0000 }], /`z` .*link/),
  odd('a name twice', (all) => [...all, { name: 'dispute.md' }], '`dispute.md` is there twice'),
  odd(
    'a name twice but for its case',
    (all) => [...all, { name: 'Dispute.md' }],
    /`Dispute.md`|`dispute.md`/,
  ),
  odd('a bomb', (all) => [...all, { name: 'z', content: Buffer.alloc(80_000_000) }], 'times'),
  {
    what: 'cut off',
    forge: (files) => rewritten(files.zipped(), (bytes) => bytes.subarray(0, bytes.length - 30)),
    code: 5,
    says: 'cut off',
  },
  {
    what: 'bytes before it',
    forge: (files) => rewritten(files.zipped(), (bytes) => Buffer.concat([Buffer.from('#!'), bytes])),
    code: 5,
    says: /bytes/,
  },
  {
    what: 'no zip',
    forge: (files) => rewritten(files.zipped(), () => Buffer.from('{}')),
    code: 2,
    says: 'is no zip',
  },
  {
    what: 'no manifest',
    forge: (files) => files.put('MANIFEST.json', null),
    code: 5,
    says: '`MANIFEST.json`',
  },
];

function odd(what: string, change: (all: OddEntry[]) => OddEntry[], says: string | RegExp): Forgery {
  const forge = (files: Files) => {
    const all = [...files.paths].sort().map((name) => ({ name, content: files.bytes(name) }));
    const out = files.zipped();
    writeFileSync(out, oddZip(change(all)));
    return out;
  };
  return { what, forge, code: 5, says };
}

function rewritten(zip: string, change: (bytes: Buffer) => Buffer): string {
  writeFileSync(zip, change(readFileSync(zip)));
  return zip;
}
