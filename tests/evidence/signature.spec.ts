import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import {
  fingerprintOf,
  KeyError,
  publicPem,
  readPrivateKey,
  readPublicKey,
} from '../../src/app/evidence/sealed/keys.ts';
import { readManifest } from '../../src/app/evidence/sealed/manifest.ts';
import { checkSignature } from '../../src/app/evidence/sealed/signature.ts';
import { type OpenZip, openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { test } from '../own-test.ts';
import { fileOf } from './odd-zip.ts';
import { KEYS, sealed, sealedAt, withFiles } from './packs.ts';

const OTHER = generateKeyPairSync('ed25519');
const [OWN_NAME, OTHER_NAME] = [KEYS, OTHER].map(({ publicKey }) => fingerprintOf(publicKey));

function check(zip: OpenZip, key: KeyObject | null = null) {
  const read = readManifest(zip);
  if (typeof read === 'string') throw new Error(read);
  return checkSignature(zip, read.bytes, key);
}

/** Runs `openssl` in a folder, and gives what it printed. */
function openssl(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  return stdout + stderr;
}

test('a signature is verified by openssl, with the line that the documents have', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', 'KEY.pem'], { cwd: folder });
  execFileSync('openssl', ['pkey', '-in', 'KEY.pem', '-pubout', '-out', 'PUBLIC.pem'], { cwd: folder });
  const zip = openZip(sealedAt(readPrivateKey(join(folder, 'KEY.pem'))));
  for (const { path } of zip.entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), zip.bytesOf(path));
  }
  const verified = (key: string, signature: string) =>
    openssl(
      folder,
      'pkeyutl',
      ...['-verify', '-pubin', '-inkey', key, '-rawin'],
      ...['-in', 'MANIFEST.json'],
      ...['-sigfile', signature],
    );
  expect(verified('PUBLIC.pem', 'MANIFEST.sig')).toContain('Signature Verified Successfully');
  expect(verified('signed-by.pem', 'MANIFEST.sig')).toContain('Signature Verified Successfully');
  openssl(folder, 'base64', '-d', '-A', '-in', 'MANIFEST.sig.b64', '-out', 'decoded');
  expect(verified('PUBLIC.pem', 'decoded')).toContain('Signature Verified Successfully');
  const key = readPublicKey(join(folder, 'PUBLIC.pem'));
  expect(check(zip, key)).toEqual({
    signedBy: fingerprintOf(key),
    text: `signed by ${fingerprintOf(key)}, the key that was given`,
    problems: [],
  });
  openssl(folder, 'pkey', '-pubin', '-in', 'PUBLIC.pem', '-outform', 'DER', '-out', 'PUBLIC.der');
  expect(`SHA256:${openssl(folder, 'dgst', '-sha256', 'PUBLIC.der').trim().split('= ')[1]}`).toBe(
    fingerprintOf(key),
  );
});

test('a signature is checked by the key that was given, or against nobody', () => {
  const signed = sealed('signed');
  expect(check(signed)).toEqual({
    signedBy: OWN_NAME,
    text: `signed by ${OWN_NAME}, checked against nobody`,
    problems: [],
  });
  expect(check(signed, OTHER.publicKey)).toEqual({
    signedBy: null,
    text: 'not signed rightly',
    problems: [`The pack is signed by \`${OWN_NAME}\`, and \`--key\` is \`${OTHER_NAME}\`.`],
  });
  expect(check(sealed())).toEqual({ signedBy: null, text: 'not signed', problems: [] });
  expect(check(sealed(), OTHER.publicKey).problems).toEqual([
    `The pack is not signed, and \`--key\` is \`${OTHER_NAME}\`.`,
  ]);
});

test('a signature that lacks a part, or whose parts disagree, is none', () => {
  const signed = sealed('signed');
  const problemsWith = (
    files: Readonly<Record<string, string | Buffer | null>>,
    key: KeyObject | null = null,
  ) => check(withFiles(signed, files), key).problems;
  expect(problemsWith({ 'MANIFEST.sig': null })).toEqual([
    '`MANIFEST.sig` is missing, while `MANIFEST.sig.b64` is there.',
  ]);
  expect(problemsWith({ 'MANIFEST.sig.b64': null })).toEqual([
    '`MANIFEST.sig.b64` is missing, while `MANIFEST.sig` is there.',
  ]);
  expect(problemsWith({ 'signed-by.pem': null })).toEqual([
    '`signed-by.pem` is missing, while `MANIFEST.sig` is there.',
  ]);
  expect(problemsWith({ 'MANIFEST.sig': null, 'MANIFEST.sig.b64': null })).toEqual([
    '`MANIFEST.sig` is missing, while `signed-by.pem` is there.',
    '`MANIFEST.sig.b64` is missing, while `signed-by.pem` is there.',
  ]);
  const raw = signed.bytesOf('MANIFEST.sig');
  const disagree = '`MANIFEST.sig.b64` is not `MANIFEST.sig` in base64.';
  expect(problemsWith({ 'MANIFEST.sig.b64': raw.toString('base64') })).toEqual([disagree]);
  expect(problemsWith({ 'MANIFEST.sig': raw.subarray(1) })).toEqual([
    '`MANIFEST.sig` has 63 bytes, and an Ed25519 signature 64.',
    disagree,
    `The signature of \`MANIFEST.json\` is not one by \`${OWN_NAME}\`.`,
  ]);
  expect(problemsWith({ 'MANIFEST.sig': Buffer.alloc(5_000) })).toEqual([
    'The entry `MANIFEST.sig` has 5000 bytes, over 4096.',
  ]);
  const noKey = '`signed-by.pem` is not the PEM of a public Ed25519 key.';
  const own = publicPem(KEYS.publicKey);
  for (const pem of ['', 'text', `# mine\n${own}`, own.trimEnd(), rsa().pem]) {
    expect(problemsWith({ 'signed-by.pem': pem })).toEqual([noKey]);
  }
  // By whoever has changed the manifest, with a key of his own.
  const again = sign(null, signed.bytesOf('MANIFEST.json'), OTHER.privateKey);
  const forged = {
    'MANIFEST.sig': again,
    'MANIFEST.sig.b64': `${again.toString('base64')}\n`,
    'signed-by.pem': publicPem(OTHER.publicKey),
  };
  expect(problemsWith(forged)).toEqual([]);
  expect(problemsWith(forged, KEYS.publicKey)).toEqual([
    `The pack is signed by \`${OTHER_NAME}\`, and \`--key\` is \`${OWN_NAME}\`.`,
  ]);
  expect(problemsWith({ ...forged, 'signed-by.pem': own }, KEYS.publicKey)).toEqual([
    `The signature of \`MANIFEST.json\` is not one by \`${OWN_NAME}\`.`,
  ]);
});

function rsa() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { pem: publicPem(publicKey), private: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

const PRIVATE_RIGHT =
  'right would be the PEM of a private Ed25519 key: `openssl genpkey -algorithm ed25519 -out KEY.pem` makes one.';
const PUBLIC_RIGHT =
  'right would be the PEM of a public Ed25519 key: `openssl pkey -in KEY.pem -pubout -out PUBLIC.pem` makes it of the private one.';

test('a key that cannot be used is told with what it is and what would be right', () => {
  const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
  const own = String(KEYS.privateKey.export(pkcs8));
  const encrypted = String(KEYS.privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'p' }));
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const nowhere = join(folder, 'none.pem');
  const [asPrivate, asPublic] = [readPrivateKey, readPublicKey];
  const cases: readonly (readonly [typeof readPrivateKey, string, string])[] = [
    [asPrivate, nowhere, 'which does not exist'],
    [asPrivate, folder, 'which is a folder'],
    [asPrivate, '/dev/null', 'which is no file'],
    [asPrivate, fileOf(''), 'which is no PEM'],
    [asPublic, fileOf('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI me@here\n'), 'which is no PEM'],
    [asPrivate, fileOf(' '.repeat(70_000) + own), 'which is no PEM'],
    [asPrivate, fileOf(publicPem(KEYS.publicKey)), 'which is a public key'],
    [asPublic, fileOf(own), 'which is a private key'],
    [asPrivate, fileOf(encrypted), 'which is encrypted, and no passphrase is asked for'],
    [asPublic, fileOf(encrypted), 'which is encrypted, and no passphrase is asked for'],
    [asPrivate, fileOf(rsa().private), 'which is a key of the kind `rsa`'],
    [asPublic, fileOf(rsa().pem), 'which is a key of the kind `rsa`'],
    [
      asPrivate,
      fileOf(String(ec.privateKey.export({ type: 'sec1', format: 'pem' }))),
      'which is a key of the kind `ec`',
    ],
    [asPrivate, fileOf('-----BEGIN OPENSSH PRIVATE KEY-----\n'), 'which is a key in the format of OpenSSH'],
    [asPublic, fileOf('-----BEGIN CERTIFICATE-----\n'), 'which holds `CERTIFICATE`'],
    [asPrivate, fileOf(own.replace(/\n./, '\n')), 'whose PEM cannot be read'],
  ];
  for (const [read, path, what] of cases) {
    const right = read === readPrivateKey ? PRIVATE_RIGHT : PUBLIC_RIGHT;
    expect(() => read(path)).toThrow(new KeyError(`\`--key\` is \`${path}\`, ${what}; ${right}`));
  }
  expect(existsSync(nowhere)).toBe(false);
});
