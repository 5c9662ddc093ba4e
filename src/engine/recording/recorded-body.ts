import { isUtf8 } from 'node:buffer';
import { BODY_LIMIT } from '../http/large-body.ts';
import type { HeaderLine } from '../model/exchange.ts';
import type { FileValue } from './file-value.ts';
import { memberIn, numberIn, textIn } from './har-log.ts';
import { Text } from './text.ts';

/** What a recording has of the body of an answer. */
export interface RecordedBytes {
  readonly bytes: Buffer;
  readonly contentEncoding: string;
  /** True where the body is longer than is read. */
  readonly truncated: boolean;
  /** Why the body, or a part of it, is not there; null where it is. */
  readonly unrecorded: string | null;
}

const MISSING = 'The recording does not have the body of this answer.';
const PART = 'The recording has only a part of the body of this answer.';
const UNREADABLE = 'The recording has the body of this answer in a form that cannot be read.';

/** The body of a recorded answer, as far as its tool kept it; `size` and lengths tell whether that is all of it. */
export function recordedBytes(
  response: FileValue | undefined,
  status: number,
  headers: readonly HeaderLine[],
): RecordedBytes {
  const content = memberIn(response, 'content');
  const text = memberIn(content, 'text');
  const header = (name: string) => headers.find(([one]) => one.toLowerCase() === name)?.[1].trim() ?? null;
  const length = header('content-length');
  const sizes = [numberIn(content, 'size'), numberIn(response, 'bodySize')];
  const isWithout = status < 200 || [204, 205, 304].includes(status);
  const made = (bytes: Buffer, unrecorded: string | null = null, contentEncoding = '') => ({
    ...{ bytes, contentEncoding, truncated: false, unrecorded },
  });
  if (!(text instanceof Text) && (typeof text !== 'string' || text === '')) {
    // Many tools leave a body out, or write an empty text in its place: that there was none has to be said.
    const isEmpty = length === '0' || isWithout || (length === null && sizes.every((size) => size === 0));
    return made(Buffer.alloc(0), isEmpty ? null : MISSING);
  }
  const isBase64 = textIn(content, 'encoding') === 'base64';
  const { bytes, isCut } = bytesOf(text, isBase64);
  if (isCut) return { ...made(bytes), truncated: true };
  const packed = header('content-encoding');
  // Nearly every tool undoes the codings: what still begins as gzip was left as it came.
  if (isBase64 && packed === 'gzip' && bytes[0] === 0x1f && bytes[1] === 0x8b)
    return made(bytes, null, 'gzip');
  if (!isUtf8(bytes)) return made(Buffer.alloc(0), UNREADABLE);
  if (isJson(bytes)) return made(bytes);
  const most = Math.max(sizes[0] ?? 0, packed === null && length !== null ? Number(length) || 0 : 0);
  const saysPart = [content, response].some((one) =>
    ['_truncated', 'truncated', '_isTruncated'].some((name) => memberIn(one, name) === true),
  );
  if (saysPart || most > bytes.length) return made(bytes, PART);
  // What could not be decoded is told so by most tools, and some show the packed bytes as a text.
  const isOdd = bytes.includes('\uFFFD') || (packed !== null && NOT_OF_TEXT.test(bytes.toString('latin1')));
  return isOdd ? made(bytes, UNREADABLE) : made(bytes);
}

/** Control characters that no text of an answer has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NOT_OF_TEXT = /[\0-\x08\x0e-\x1f]/;

function bytesOf(
  text: string | Text,
  isBase64: boolean,
): { readonly bytes: Buffer; readonly isCut: boolean } {
  const plain =
    typeof text === 'string' ? { bytes: Buffer.from(text), isCut: false } : text.bytes(BODY_LIMIT);
  return isBase64 ? { ...plain, bytes: Buffer.from(plain.bytes.toString('latin1'), 'base64') } : plain;
}

/** Whether bytes are JSON as a whole; a long body is looked at where it ends, as it is not parsed. */
function isJson(bytes: Buffer): boolean {
  const isLong = bytes.length > 1024 * 1024;
  const text = (isLong ? bytes.subarray(-64) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  if (isLong) return /[}\]]\s*$/.test(text);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
