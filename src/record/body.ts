import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Body } from '../model/exchange.ts';
import type { Redact } from './redact.ts';

/** At most this much of a body is read, in bytes. */
export const BODY_LIMIT = 64 * 1024 * 1024;

/** So much of an answer is looked at where it breaks off, in bytes: a secret that begins in what is shown ends in it. */
export const BEGINNING = 64 * 1024;

/** So much of it is shown, in characters. */
const BEGINNING_SHOWN = 2048;

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength: BODY_LIMIT }),
  'x-gzip': (bytes) => gunzipSync(bytes, { maxOutputLength: BODY_LIMIT }),
  br: (bytes) => brotliDecompressSync(bytes, { maxOutputLength: BODY_LIMIT }),
  deflate: (bytes) => {
    // RFC 9110 section 8.4.1.2 notes that some senders leave the zlib wrapper out.
    const zlib = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0;
    return (zlib ? inflateSync : inflateRawSync)(bytes, { maxOutputLength: BODY_LIMIT });
  },
};

/** Registered content codings (IANA) that are not undone here: an answer that has one may be right. */
const UNSUPPORTED: readonly string[] = [
  'aes128gcm',
  'compress',
  'x-compress',
  'dcb',
  'dcz',
  'exi',
  'pack200-gzip',
  'zstd',
];

/** As many codings in one another as are undone: each may make a thousand times as many bytes of what it holds. */
const MOST_CODINGS = 5;

/** What undoing the content codings gave. */
interface Decoded {
  /** The bytes as they came where it could not be done. */
  readonly decoded: Buffer;
  readonly codingError?: string;
  readonly codingUnsupported?: true;
  readonly truncated?: true;
}

/** The bytes that came as a recorded body: content codings undone, text where it is UTF-8, secrets replaced. */
export function recordBody(bytes: Buffer, contentEncoding: string, truncated: boolean, redact: Redact): Body {
  const { decoded, ...unread } = decode(bytes, contentEncoding);
  const text = utf8(decoded);
  return {
    ...(text === null
      ? { encoding: 'base64', data: redactBinary(decoded, redact) }
      : { encoding: 'utf-8', data: redact.inBody(text) }),
    bytesOnWire: bytes.length,
    ...unread,
    ...(truncated ? { truncated: true } : {}),
  };
}

/** The first bytes that came as text, secrets replaced before it is cut. */
export function recordBeginning(bytes: Buffer, redact: Redact): string {
  return redact(utf8(bytes) ?? bytes.toString('latin1')).slice(0, BEGINNING_SHOWN);
}

function decode(bytes: Buffer, contentEncoding: string): Decoded {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding.toLowerCase() !== 'identity');
  let decoded = bytes;
  if (bytes.length === 0) return { decoded };
  if (codings.length > MOST_CODINGS) {
    const shown = codings.join(', ').slice(0, 80);
    return {
      decoded,
      codingError: `the content coding \`${shown}\` is unknown: it is ${codings.length} in one another`,
    };
  }
  for (const coding of codings.reverse()) {
    const name = coding.toLowerCase();
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (decoder === undefined) {
      const codingError = `the content coding \`${coding}\` is unknown`;
      return {
        decoded: bytes,
        codingError,
        ...(UNSUPPORTED.includes(name) ? { codingUnsupported: true } : {}),
      };
    }
    try {
      decoded = decoder(decoded);
    } catch (error) {
      if (isTooLong(error)) return { decoded: bytes, truncated: true };
      const cause = error instanceof Error ? error.message : String(error);
      return { decoded: bytes, codingError: `the content coding \`${coding}\` cannot be undone: ${cause}` };
    }
  }
  return { decoded };
}

/** Whether what a coding holds is longer than a body is read. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The text, a byte order mark included; null where the bytes are no valid UTF-8. */
function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A secret in bytes that are no text is replaced byte by byte (latin1 keeps every byte). */
function redactBinary(bytes: Buffer, redact: Redact): string {
  return Buffer.from(redact.inBody(bytes.toString('latin1')), 'latin1').toString('base64');
}
