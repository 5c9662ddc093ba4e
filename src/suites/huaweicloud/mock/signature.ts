import { createHash, createHmac } from 'node:crypto';
import type { HeaderLine } from '../../../engine/model/exchange.ts';
import { canonicalPath, canonicalQuery } from './canonical.ts';

// An independent check of what src/suites/huaweicloud/signature.ts makes: it reads the request as it came, and shares no code with it.

/** A pair of keys whose signatures the mock takes. */
export interface AccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** That of a temporary key; null: the key is permanent. */
  readonly securityToken: string | null;
}

/** A request as it came, as far as a signature covers it. */
export interface Wire {
  readonly method: string;
  /** The path with its query; one character a byte. */
  readonly target: string;
  /** In the order in which they came, in their letter case. */
  readonly headers: readonly HeaderLine[];
  /** Hex SHA-256 of the body's bytes. */
  readonly bodySha256: string;
}

const AUTHORIZATION = /^SDK-HMAC-SHA256 Access=([^\s,]+), SignedHeaders=([^\s,]+), Signature=([0-9a-f]{64})$/;

const DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Header lines of the same name are one value, by RFC 9110, section 5.3; null where there is none. */
export function headerValue({ headers }: Wire, wanted: string): string | null {
  const values = headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}

/** What is wrong with the signature of a request at a moment in milliseconds since 1970; null where it is valid. */
export function signatureProblem(wire: Wire, keys: readonly AccessKey[], now: number): string | null {
  const [, accessKey = '', names = '', signature] =
    AUTHORIZATION.exec(headerValue(wire, 'authorization') ?? '') ?? [];
  if (signature === undefined) return 'The Authorization header is no SDK-HMAC-SHA256 signature.';
  const signed = names.split(';');
  const problem = headersProblem(wire, signed) ?? dateProblem(headerValue(wire, 'x-sdk-date') ?? '', now);
  if (problem !== null) return problem;
  const key = keys.find((one) => one.accessKey === accessKey);
  if (key === undefined) return 'The access key is unknown.';
  const securityToken = headerValue(wire, 'x-security-token');
  if (key.securityToken !== null && securityToken === null) {
    return 'The X-Security-Token of a temporary access key is missing.';
  }
  if (key.securityToken !== null && securityToken !== key.securityToken) {
    return 'The X-Security-Token is not that of the access key.';
  }
  return signatureOf(wire, signed, key.secretKey) === signature
    ? null
    : 'The signature is not that of the request.';
}

function headersProblem(wire: Wire, signed: readonly string[]): string | null {
  const inOrder = [...new Set(signed.map((name) => name.toLowerCase()))].sort();
  if (inOrder.join(';') !== signed.join(';')) {
    return 'The SignedHeaders are not in lower case, sorted and each named once.';
  }
  const unsigned = ['host', 'x-sdk-date'].find((name) => !signed.includes(name));
  if (unsigned !== undefined) return `The header ${unsigned} is not signed.`;
  const unsent = signed.find((name) => headerValue(wire, name) === null);
  return unsent === undefined ? null : `The header ${unsent} is signed and was not sent.`;
}

function dateProblem(date: string, now: number): string | null {
  const time = Date.parse(date.replace(DATE, '$1-$2-$3T$4:$5:$6Z'));
  if (!DATE.test(date) || Number.isNaN(time)) return 'X-Sdk-Date is no time of the form YYYYMMDDTHHMMSSZ.';
  const minutes = Math.abs(now - time) / 60_000;
  return minutes > 15 ? 'X-Sdk-Date is more than 15 minutes off.' : null;
}

function signatureOf(wire: Wire, signed: readonly string[], secretKey: string): string {
  const [path = '', query = ''] = wire.target.split(/\?(.*)/s);
  const lines = signed.map((name) => `${name}:${headerValue(wire, name) ?? ''}\n`).join('');
  const canonical = [
    wire.method,
    canonicalPath(path),
    canonicalQuery(query),
    lines,
    signed.join(';'),
    wire.bodySha256,
  ].join('\n');
  // Node gives what came one character a byte.
  const hash = createHash('sha256').update(canonical, 'latin1').digest('hex');
  return createHmac('sha256', secretKey)
    .update(`SDK-HMAC-SHA256\n${headerValue(wire, 'x-sdk-date')}\n${hash}`)
    .digest('hex');
}
