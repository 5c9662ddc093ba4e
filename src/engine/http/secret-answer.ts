import type { IncomingMessage } from 'node:http';
import type { HeaderLine, RecordedResponse } from '../model/exchange.ts';
import { REDACTED } from '../secrets/placeholders.ts';
import type { Redact } from '../secrets/redact.ts';
import { smallText } from './body.ts';
import { headerLines, MOST_LINES } from './headers.ts';

/** A header that gives a secret: of an answer that may have it next to nothing is recorded. */
export interface SecretHeader {
  /** In lower case. */
  readonly name: string;
  /** Takes each value of that header as it becomes known, wherever in the answer it stands and whatever becomes of that. */
  readonly learn: (value: string) => void;
  /** Takes the header lines of an answer, before it is recorded without their values. */
  readonly take: (headers: readonly HeaderLine[]) => void;
}

/** What came of such an answer, whole or not. */
export interface SecretAnswer {
  /** The beginning of what came, also of what Node's parser refused. */
  readonly beginning: Buffer;
  /** Null where no head came that could be read. */
  readonly message: IncomingMessage | null;
}

/** Hands over what an answer gives; nothing of it may be recorded or told before. */
export function takeSecrets({ name, learn, take }: SecretHeader, { beginning, message }: SecretAnswer): void {
  const lines = headerLines(message?.rawHeaders ?? []);
  const trailers = headerLines(message?.rawTrailers ?? []);
  const values = [...lines, ...trailers].filter(([one]) => one.toLowerCase() === name);
  for (const [, value] of values) learn(value);
  // Also in an informational answer before it, in a cookie, in a URL, and in a head that no parser reads.
  for (const value of valuesNamed(name, beginning.toString('latin1'))) learn(value);
  take(lines);
}

/** What follows a name, up to what ends a value in a header, a cookie, a URL or JSON. */
const VALUE = /["']?[ \t]{0,9}[:=](?:\r?\n(?=[ \t]))?[ \t]{0,9}["']?([^\s"',;&]+)/y;

function valuesNamed(name: string, text: string): readonly string[] {
  const lower = text.toLowerCase();
  const values: string[] = [];
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    VALUE.lastIndex = at + name.length;
    values.push(VALUE.exec(text)?.[1] ?? '');
  }
  return values;
}

/** Of a name so many characters are recorded. */
const LONGEST_NAME = 64;

/** Such an answer as it is recorded: its status, the names of its headers, lengths, and why it refused. */
export function recordSecretAnswer(
  message: IncomingMessage,
  { bytes, isWhole }: { readonly bytes: Buffer; readonly isWhole: boolean },
  redact: Redact,
): RecordedResponse {
  const status = message.statusCode ?? 0;
  const lines = headerLines(message.rawHeaders);
  const headers = lines.slice(0, MOST_LINES).map(([name, value]): HeaderLine => {
    return [withoutOpaque(redact(name)).slice(0, LONGEST_NAME), lengthOf(value)];
  });
  const coding = String(message.headers['content-encoding'] ?? '');
  const data = isWhole && status >= 400 && status < 500 ? refusalIn(bytes, coding, status, redact) : '';
  return {
    status,
    // The words behind a status are anybody's.
    reason: '',
    httpVersion: `HTTP/${message.httpVersion}`,
    headers,
    ...(lines.length > MOST_LINES ? { headersCut: true } : {}),
    body: { encoding: 'utf-8', data, bytesOnWire: bytes.length },
  };
}

/** In the place of a text of which nothing is kept; Node gives a header's bytes as one character each. */
function lengthOf(text: string): string {
  return `${REDACTED.slice(0, -1)}: ${text.length} bytes]`;
}

/** No refusal is longer, in bytes. */
const LONGEST_REFUSAL = 64 * 1024;

/** So much of what it says is kept, in characters: with its code less than 200. */
const MOST_OF_MESSAGE = 150;
const MOST_OF_CODE = 40;

/** The code and the message of a refusal, by the names that a gateway gives them; '' where it has none. */
function refusalIn(bytes: Buffer, contentEncoding: string, status: number, redact: Redact): string {
  const { error_code, error_msg, error } = parsed(smallText(bytes, contentEncoding, LONGEST_REFUSAL) ?? '');
  // OpenStack's code of an error is the status once more.
  const own = error_code ?? (error?.code === status ? undefined : error?.code);
  const code = shown(own, redact, MOST_OF_CODE);
  const words = shown(error_msg ?? error?.message, redact, MOST_OF_MESSAGE);
  return code === null && words === null
    ? ''
    : JSON.stringify({ error_code: code ?? undefined, error_msg: words ?? undefined });
}

/** The two ways in which IAM tells an error. */
interface Refusal {
  readonly error_code?: unknown;
  readonly error_msg?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown } | null;
}

function parsed(text: string): Refusal {
  try {
    // Each member is looked at before it is used.
    return (JSON.parse(text) ?? {}) as Refusal;
  } catch {
    return {};
  }
}

/** Redacted before it is cut: a secret that is cut through is none that could be found. */
function shown(value: unknown, redact: Redact, most: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = redact(String(value));
  return (CODE.test(text) ? text : withoutOpaque(text)).slice(0, most);
}

/** What the code of an error looks like, e.g. `IAM.0101` or `APIGW.0301`. */
const CODE = /^[A-Za-z]{0,20}[.-]?\d{1,10}$/;

/** What is no word of a sentence and may be a token that nobody knows yet: long, with a digit, or longer than any word. */
const OPAQUE = /[\w.~+/=%-]{16,}/g;
const LONGEST_WORD = 32;

function withoutOpaque(text: string): string {
  return text.replaceAll(OPAQUE, (one) =>
    /\d/.test(one) || one.length > LONGEST_WORD ? lengthOf(one) : one,
  );
}
