import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Body, OperationId } from '../model/exchange.ts';
import { type Redact, redactBytes } from '../secrets/redact.ts';
import { setAside } from '../set-aside.ts';
import { CodingError, hasWrapper, TooLongError } from './decode.ts';
import type { KeptBodies } from './large-bodies.ts';
import { recordLarge } from './large-body.ts';
import { notLookedThrough, partNotKept, secretHeld, withSentence } from './not-kept.ts';

/** So much of an answer is looked at where it breaks off, in bytes: a secret that begins in what is shown ends in it. */
export const BEGINNING = 64 * 1024;

/** So much of it is shown, in characters. */
const BEGINNING_SHOWN = 2048;

/** So much of a body that is not read is kept, in bytes. */
const BEGINNING_KEPT = 256 * 1024;

const DECODERS: Readonly<Record<string, (bytes: Buffer, maxOutputLength: number) => Buffer>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength, ...setAside(bytes) }),
  'x-gzip': (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength, ...setAside(bytes) }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength, ...setAside(bytes) }),
  deflate: (bytes, maxOutputLength) =>
    (hasWrapper(bytes) ? inflateSync : inflateRawSync)(bytes, { maxOutputLength, ...setAside(bytes) }),
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
  /** True where the answer broke off. */
  readonly isCut?: boolean;
  /** Whether a header says that something is packed with brotli, which no bytes say of themselves. */
  readonly saysBrotli?: boolean;
  readonly operation: OperationId | null;
  /** Whether the request still has time: content codings are not undone beyond it. */
  readonly inTime: () => boolean;
}

/** Why the codings of a body cannot be undone. */
type Fault = Pick<Body, 'codingError' | 'codingUnsupported'>;

/** The bytes that came as a recorded body: content codings undone, text where it is UTF-8, secrets replaced. */
export async function recordBody(
  { bytes, contentEncoding, truncated, operation, inTime, isCut = false, saysBrotli = false }: BodyBytes,
  redact: Redact,
  kept: KeptBodies,
): Promise<Body> {
  const bytesOnWire = bytes.length;
  const how = { redact, isCut, saysBrotli };
  if (truncated) return { ...unread(bytes, how), bytesOnWire, truncated: true };
  const large = (codings: readonly string[]) =>
    recordLarge({ bytes, codings, operation, inTime }, redact, kept);
  const asItCame = async (fault: Fault): Promise<Body> => {
    const body = bytesOnWire > kept.most() ? await large([]) : plain(bytes, how);
    return { ...body, bytesOnWire, ...fault };
  };
  const { codings, fault } = codingsIn(contentEncoding);
  if (bytesOnWire === 0) return { ...plain(bytes, how), bytesOnWire };
  if (fault !== null) return asItCame(fault);
  try {
    const decodedBytes = smallOrNull(bytes, codings, kept.most());
    const body = decodedBytes === null ? await large(codings) : plain(decodedBytes, how);
    return { ...body, bytesOnWire };
  } catch (error) {
    if (error instanceof TooLongError) return { ...unread(bytes, how), bytesOnWire, truncated: true };
    if (!(error instanceof CodingError)) throw error;
    return asItCame({
      codingError: `the content coding \`${error.coding}\` cannot be undone: ${error.message}`,
    });
  }
}

/** The first bytes that came of an answer as text, secrets replaced before it is cut. */
export function recordBeginning(bytes: Buffer, redact: Redact): string {
  const text = utf8(bytes) ?? withoutPacked(bytes, redact);
  return redact.ofCut(text).slice(0, BEGINNING_SHOWN);
}

/** One character for each byte, up to where a secret may stand in what is packed. */
function withoutPacked(bytes: Buffer, redact: Redact): string {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.toString('latin1', 0, end < 0 ? 0 : end + 4);
  const [size = ''] =
    /^[\da-f]{1,8}[^\r\n]{0,80}\r\n/i.exec(bytes.toString('latin1', head.length, head.length + 100)) ?? [];
  const body = bytes.subarray(head.length);
  const isPacked =
    /^content-encoding:/im.test(head) ||
    [body, body.subarray(size.length)].some((one) => redact.packedIn(one, false));
  return isPacked ? `${head}${partNotKept(body.length)}` : bytes.toString('latin1');
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

/** How a body is looked through. */
interface How {
  readonly redact: Redact;
  readonly isCut: boolean;
  readonly saysBrotli: boolean;
}

/** The beginning of what is not read, cut after the secrets were replaced; a character that is cut is left out. */
function unread(bytes: Buffer, how: How): Omit<Body, 'bytesOnWire'> {
  const beginning = bytes.subarray(0, BEGINNING_KEPT + BEGINNING);
  const end = beginning.length - 1;
  const back = [0, 1, 2, 3].find((one) => ((beginning[end - one] ?? 0) & 0xc0) !== 0x80) ?? 0;
  const text = utf8(beginning) ?? utf8(beginning.subarray(0, end - back));
  const body = plain(text === null ? beginning : Buffer.from(text), { ...how, isCut: true });
  return { ...body, data: body.data.slice(0, BEGINNING_KEPT) };
}

function plain(bytes: Buffer, { redact, isCut, saysBrotli }: How): Omit<Body, 'bytesOnWire'> {
  const text = utf8(bytes);
  const encoding = text === null ? 'base64' : 'utf-8';
  // What is packed has bytes that no text has.
  const isBinary = text === null || saysBrotli || NOT_OF_TEXT.test(text);
  const packed = isBinary ? redact.packedIn(bytes, saysBrotli) : null;
  if (packed !== null) {
    const sentence =
      packed.held === 'secret'
        ? secretHeld(bytes.length, packed.packing)
        : notLookedThrough(bytes.length, createHash('sha256').update(bytes).digest('hex'));
    return withSentence(sentence, encoding);
  }
  if (text !== null) return { encoding, data: redact.inBody(text, isCut) };
  return { encoding, data: redactBytes(bytes, redact, isCut).toString('base64') };
}

/** Control characters that no text of an answer has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NOT_OF_TEXT = /[\0-\x08\x0e-\x1f]/;

/** Whether what a coding holds is longer than a body is read. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The text, a byte order mark included; null where the bytes are no valid UTF-8. */
function utf8(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString() : null;
}
