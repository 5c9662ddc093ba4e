import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Body, OperationId } from '../model/exchange.ts';
import { CodingError, decoded, hasWrapper, type Pieces, TooLongError } from './decode.ts';
import type { KeptBodies } from './large-bodies.ts';
import type { Redact } from './redact.ts';

/** At most this much of a body is read, in bytes. */
export const BODY_LIMIT = 64 * 1024 * 1024;

/** So much of an answer is looked at where it breaks off, in bytes: a secret that begins in what is shown ends in it. */
export const BEGINNING = 64 * 1024;

/** So much of it is shown, in characters. */
const BEGINNING_SHOWN = 2048;

/** So much of a body that is not read is kept, in bytes. */
const BEGINNING_KEPT = 256 * 1024;

const DECODERS: Readonly<Record<string, (bytes: Buffer, maxOutputLength: number) => Buffer>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  'x-gzip': (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
  deflate: (bytes, maxOutputLength) =>
    (hasWrapper(bytes) ? inflateSync : inflateRawSync)(bytes, { maxOutputLength }),
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

/** The bytes of a body as they came. */
export interface BodyBytes {
  readonly bytes: Buffer;
  readonly contentEncoding: string;
  /** True where more came than is read. */
  readonly truncated: boolean;
  readonly operation: OperationId | null;
  /** Whether the request still has time: content codings are not undone beyond it. */
  readonly inTime: () => boolean;
}

/** Why the codings of a body cannot be undone. */
type Fault = Pick<Body, 'codingError' | 'codingUnsupported'>;

/** The bytes that came as a recorded body: content codings undone, text where it is UTF-8, secrets replaced. */
export async function recordBody(
  { bytes, contentEncoding, truncated, operation, inTime }: BodyBytes,
  redact: Redact,
  kept: KeptBodies,
): Promise<Body> {
  const bytesOnWire = bytes.length;
  if (truncated) return { ...unread(bytes, redact), bytesOnWire, truncated: true };
  const large = (codings: readonly string[]) =>
    recordLarge(decoding(bytes, codings, inTime), operation, redact, kept);
  const asItCame = async (fault: Fault): Promise<Body> => {
    const body = bytesOnWire > kept.most() ? await large([]) : plain(bytes, redact);
    return { ...body, bytesOnWire, ...fault };
  };
  const { codings, fault } = codingsIn(contentEncoding);
  if (bytesOnWire === 0) return { ...plain(bytes, redact), bytesOnWire };
  if (fault !== null) return asItCame(fault);
  try {
    const decodedBytes = smallOrNull(bytes, codings, kept.most());
    const body = decodedBytes === null ? await large(codings) : plain(decodedBytes, redact);
    return { ...body, bytesOnWire };
  } catch (error) {
    if (error instanceof TooLongError) return { ...unread(bytes, redact), bytesOnWire, truncated: true };
    if (!(error instanceof CodingError)) throw error;
    return asItCame({
      codingError: `the content coding \`${error.coding}\` cannot be undone: ${error.message}`,
    });
  }
}

/** The first bytes that came as text, secrets replaced before it is cut. */
export function recordBeginning(bytes: Buffer, redact: Redact): string {
  return redact(utf8(bytes) ?? bytes.toString('latin1')).slice(0, BEGINNING_SHOWN);
}

/** A short body as text; null where it is longer than `most` bytes, in a coding that cannot be undone, or no text. */
export function smallText(bytes: Buffer, contentEncoding: string, most: number): string | null {
  const { codings, fault } = codingsIn(contentEncoding);
  if (fault !== null || bytes.length > most) return null;
  try {
    const small = smallOrNull(bytes, codings, most);
    return small === null ? null : utf8(small);
  } catch {
    return null;
  }
}

/** The codings in the order in which they were applied, or why they cannot be undone. */
function codingsIn(contentEncoding: string): {
  readonly codings: readonly string[];
  readonly fault: Fault | null;
} {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding.toLowerCase() !== 'identity');
  if (codings.length > MOST_CODINGS) {
    const shown = codings.join(', ').slice(0, 80);
    const codingError = `the content coding \`${shown}\` is unknown: it is ${codings.length} in one another`;
    return { codings, fault: { codingError } };
  }
  const unknown = codings.findLast((coding) => !Object.hasOwn(DECODERS, coding.toLowerCase()));
  if (unknown === undefined) return { codings, fault: null };
  const codingUnsupported = UNSUPPORTED.includes(unknown.toLowerCase());
  return {
    codings,
    fault: {
      codingError: `the content coding \`${unknown}\` is unknown`,
      ...(codingUnsupported ? { codingUnsupported } : {}),
    },
  };
}

/** The bytes with their codings undone; null where they are, or one of them holds, more than `most`. */
function smallOrNull(bytes: Buffer, codings: readonly string[], most: number): Buffer | null {
  let small = bytes;
  for (const coding of codings.toReversed()) {
    try {
      small = DECODERS[coding.toLowerCase()]?.(small, most) ?? small;
    } catch (error) {
      if (isTooLong(error)) return null;
      throw new CodingError(coding, error);
    }
  }
  return small.length > most ? null : small;
}

/** The bytes with their codings undone, each time anew. */
function decoding(bytes: Buffer, codings: readonly string[], inTime: () => boolean): () => Pieces {
  return () => decoded(bytes, codings, { most: BODY_LIMIT, inTime });
}

/** A body whose text is never in memory as a whole: it is looked through twice, since only its end tells what it is. */
async function recordLarge(
  pieces: () => Pieces,
  operation: OperationId | null,
  redact: Redact,
  kept: KeptBodies,
): Promise<Omit<Body, 'bytesOnWire'>> {
  const { length, isText, sha256 } = await measured(pieces());
  const key = `${sha256} ${operation} ${redact.known()}`;
  const before = kept.again(key);
  if (before !== undefined) return before;
  const sink = kept.condense({ operation, encoding: isText ? 'utf-8' : 'base64' });
  const secrets = redact.inPieces();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of pieces()) {
    sink.push(secrets.push(isText ? decoder.decode(piece, { stream: true }) : piece.toString('latin1')));
  }
  sink.push(secrets.end());
  const made = sink.end(length);
  kept.remember(key, made);
  return made;
}

async function measured(pieces: Pieces) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  let isText = true;
  const hash = createHash('sha256');
  const look = (piece: Buffer | null) => {
    try {
      if (isText) decoder.decode(piece ?? undefined, { stream: piece !== null });
    } catch {
      isText = false;
    }
  };
  for await (const piece of pieces) {
    length += piece.length;
    hash.update(piece);
    look(piece);
  }
  look(null);
  return { length, isText, sha256: hash.digest('hex') };
}

/** The beginning of what is not read, cut after the secrets were replaced; a character that is cut is left out. */
function unread(bytes: Buffer, redact: Redact): Omit<Body, 'bytesOnWire'> {
  const beginning = bytes.subarray(0, BEGINNING_KEPT + BEGINNING);
  const end = beginning.length - 1;
  const back = [0, 1, 2, 3].find((one) => ((beginning[end - one] ?? 0) & 0xc0) !== 0x80) ?? 0;
  const text = utf8(beginning) ?? utf8(beginning.subarray(0, end - back));
  const body = text === null ? plain(beginning, redact) : plain(Buffer.from(text), redact);
  return { ...body, data: body.data.slice(0, BEGINNING_KEPT) };
}

function plain(bytes: Buffer, redact: Redact): Omit<Body, 'bytesOnWire'> {
  const text = utf8(bytes);
  return text === null
    ? { encoding: 'base64', data: redactBinary(bytes, redact) }
    : { encoding: 'utf-8', data: redact.inBody(text) };
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
