import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { fingerprintOf, publicKeyOf, publicPem } from './keys.ts';
import { MANIFEST_FILES } from './manifest.ts';
import { ZipError } from './zip-error.ts';
import type { OpenZip } from './zip-read.ts';

/** The public key of who signed a pack, which its manifest lists as any other file. */
export const SIGNED_BY = 'signed-by.pem';

/** An Ed25519 signature in bytes, raw, and none of its files is as long as this. */
const RAW = 64;
const LONGEST = 4096;

/** What `signed-by.pem` of a pack that this private key signs holds. */
export function signedBy(key: KeyObject): string {
  return publicPem(createPublicKey(key));
}

/**
 * The Ed25519 signature of a manifest's bytes, raw, and as one line of base64. `openssl pkeyutl -verify -pubin -inkey
 * signed-by.pem -rawin -in MANIFEST.json -sigfile MANIFEST.sig` checks it.
 */
export function signManifest(
  manifest: Buffer,
  key: KeyObject,
): { readonly raw: Buffer; readonly base64: string } {
  const raw = sign(null, manifest, key);
  return { raw, base64: base64Line(raw) };
}

/** What is known of a pack's signature. */
export interface SignatureCheck {
  /** The fingerprint of the key that it was signed with; null where it is not signed, or not rightly. */
  readonly signedBy: string | null;
  /** Who that is, in words. */
  readonly text: string;
  /** A sentence for each thing that is wrong; none where the pack is signed rightly, or not at all and nobody's key was given. */
  readonly problems: readonly string[];
}

/** Checks the signature of a pack by the key that somebody handed over; where that is null, by the one that the pack brings. */
export function checkSignature(zip: OpenZip, manifest: Buffer, key: KeyObject | null): SignatureCheck {
  const there = [MANIFEST_FILES.signature, MANIFEST_FILES.base64, SIGNED_BY];
  const missing = there.filter((path) => !zip.has(path));
  if (missing.length === there.length) {
    const problems = key === null ? [] : [`The pack is not signed, and \`--key\` is ${quoted(key)}.`];
    return { signedBy: null, text: 'not signed', problems };
  }
  const problems = missing.map(
    (path) => `\`${path}\` is missing, while \`${there.find((one) => zip.has(one))}\` is there.`,
  );
  if (missing.length === 0) problems.push(...wrongIn(zip, manifest, key));
  if (problems.length > 0) return { signedBy: null, text: 'not signed rightly', problems };
  // It was found to be one.
  const fingerprint = fingerprintOf(publicKeyOf(textIn(zip, SIGNED_BY)) as KeyObject);
  const against = key === null ? ', checked against nobody' : ', the key that was given';
  return { signedBy: fingerprint, text: `signed by ${fingerprint}${against}`, problems };
}

function wrongIn(zip: OpenZip, manifest: Buffer, key: KeyObject | null): readonly string[] {
  try {
    const raw = zip.bytesOf(MANIFEST_FILES.signature, LONGEST);
    const problems: string[] = [];
    if (raw.length !== RAW) {
      problems.push(
        `\`${MANIFEST_FILES.signature}\` has ${raw.length} bytes, and an Ed25519 signature ${RAW}.`,
      );
    }
    if (textIn(zip, MANIFEST_FILES.base64) !== base64Line(raw)) {
      problems.push(`\`${MANIFEST_FILES.base64}\` is not \`${MANIFEST_FILES.signature}\` in base64.`);
    }
    const own = publicKeyOf(textIn(zip, SIGNED_BY));
    if (own === null) return [...problems, `\`${SIGNED_BY}\` is not the PEM of a public Ed25519 key.`];
    if (key !== null && !own.equals(key)) {
      return [...problems, `The pack is signed by ${quoted(own)}, and \`--key\` is ${quoted(key)}.`];
    }
    if (verify(null, manifest, key ?? own, raw)) return problems;
    return [...problems, `The signature of \`${MANIFEST_FILES.manifest}\` is not one by ${quoted(own)}.`];
  } catch (error) {
    if (error instanceof ZipError) return [error.message];
    throw error;
  }
}

function quoted(key: KeyObject): string {
  return `\`${fingerprintOf(key)}\``;
}

function textIn(zip: OpenZip, path: string): string {
  return zip.bytesOf(path, LONGEST).toString('latin1');
}

function base64Line(raw: Buffer): string {
  return `${raw.toString('base64')}\n`;
}
