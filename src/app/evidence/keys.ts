import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { shownName } from './zip-error.ts';

/** Says in one sentence why a file of a key cannot be used, and what would be right. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

type Half = 'private' | 'public';

const MAKES = {
  private: '`openssl genpkey -algorithm ed25519 -out KEY.pem` makes one',
  public: '`openssl pkey -in KEY.pem -pubout -out PUBLIC.pem` makes it of the private one',
} as const;

const BEGINS = /-----BEGIN ([A-Z0-9 ]{1,40})-----/;

/** A key is much shorter, in bytes. */
const LONGEST = 64 * 1024;

/** The Ed25519 key that signs a pack, from its PEM; throws a KeyError. */
export function readPrivateKey(path: string): KeyObject {
  return readKey(path, 'private');
}

/** The Ed25519 key that a pack's signature is checked with, from its PEM; throws a KeyError. */
export function readPublicKey(path: string): KeyObject {
  return readKey(path, 'public');
}

/** A public key as it stands in a pack. */
export function publicPem(key: KeyObject): string {
  return String(key.export({ type: 'spki', format: 'pem' }));
}

/**
 * What people compare a public key by: `SHA256:` and the lower-case hex SHA-256 of its DER, which
 * `openssl pkey -pubin -in PUBLIC.pem -outform DER | openssl dgst -sha256` prints too.
 */
export function fingerprintOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(der).digest('hex')}`;
}

/** The Ed25519 key of a PEM that a pack brings; null where it is none, or not written as this suite writes one. */
export function publicKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' && publicPem(key) === pem ? key : null;
  } catch {
    return null;
  }
}

function readKey(path: string, half: Half): KeyObject {
  const shown = `\`--key\` is \`${shownName(path)}\``;
  const right = `right would be the PEM of ${half === 'private' ? 'a private' : 'a public'} Ed25519 key: ${MAKES[half]}`;
  const wrong = (what: string) => new KeyError(`${shown}, ${what}; ${right}.`);
  const pem = textOf(path, wrong);
  const kind = BEGINS.exec(pem)?.[1];
  if (kind === undefined) throw wrong('which is no PEM');
  if (kind === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
    throw wrong('which is encrypted, and no passphrase is asked for');
  }
  if (kind === 'OPENSSH PRIVATE KEY') throw wrong('which is a key in the format of OpenSSH');
  const is: Half | null = kind.endsWith('PRIVATE KEY')
    ? 'private'
    : kind.endsWith('PUBLIC KEY')
      ? 'public'
      : null;
  // Its parameters stand before a key of this kind.
  if (is === null && kind !== 'EC PARAMETERS') throw wrong(`which holds \`${kind}\``);
  if (is !== null && is !== half) throw wrong(`which is a ${is} key`);
  const key = parsed(pem, half);
  if (key === null) throw wrong('whose PEM cannot be read');
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw wrong(`which is a key of the kind \`${key.asymmetricKeyType ?? 'unknown'}\``);
}

function textOf(path: string, wrong: (what: string) => KeyError): string {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw wrong('which is a folder');
    if (!found.isFile()) throw wrong('which is no file');
    if (found.size > LONGEST) throw wrong('which is no PEM');
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof KeyError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw wrong(code === 'ENOENT' ? 'which does not exist' : `which cannot be read (\`${code}\`)`);
  }
}

function parsed(pem: string, half: Half): KeyObject | null {
  try {
    return half === 'private' ? createPrivateKey(pem) : createPublicKey(pem);
  } catch {
    return null;
  }
}
