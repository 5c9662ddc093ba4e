import { createHash, createHmac } from 'node:crypto';
import type { HeaderLine } from '../../engine/model/exchange.ts';

/** What is signed. */
export interface Signable {
  readonly method: string;
  /** As it is sent: percent-encoded, without a query. */
  readonly path: string;
  /** Names and values, not encoded. */
  readonly query: readonly HeaderLine[];
  /** Those to be signed, `X-Sdk-Date` (`YYYYMMDDTHHMMSSZ`) among them. */
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}

/** The `Authorization` value of `SDK-HMAC-SHA256` for an access key and its secret. */
export function authorization(request: Signable, accessKey: string, secretKey: string): string {
  const headers = request.headers
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([a], [b]) => compare(a, b));
  const signed = headers.map(([name]) => name).join(';');
  const date = headers.find(([name]) => name === 'x-sdk-date')?.[1] ?? '';
  const query = request.query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const canonical = [
    request.method,
    canonicalPath(request.path),
    query,
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    signed,
    sha256(request.body),
  ].join('\n');
  const toSign = ['SDK-HMAC-SHA256', date, sha256(canonical)].join('\n');
  const signature = createHmac('sha256', secretKey).update(toSign).digest('hex');
  return `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${signed}, Signature=${signature}`;
}

/** Each segment encoded anew: a prefix of the endpoint may hold `:` or `%7e`, which go out as they are. */
function canonicalPath(path: string): string {
  const encoded = path.split('/').map(encodedAnew).join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

function encodedAnew(segment: string): string {
  try {
    return encode(decodeURIComponent(segment));
  } catch {
    // No percent-encoded UTF-8: what the other side makes of it nobody says.
    return segment;
  }
}

/** The date as `X-Sdk-Date` has it, from milliseconds since 1970. */
export function sdkDate(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
