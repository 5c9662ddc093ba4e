import type { Exchange, HeaderLine } from '../model/exchange.ts';
import { oneLine, visible } from './inert.ts';

/** What `record/` leaves in the place of a secret. */
const REDACTED = '[REDACTED]';

/** curl writes these itself. */
const OWN = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** Bound to the moment of sending; without the secret key they cannot be made again. */
const SIGNED = new Set(['authorization', 'x-sdk-date', 'x-security-token']);

/** RFC 9110, section 5.6.2: what a header name is made of. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** As many characters of a body as stand in a command line. */
const LONGEST_BODY = 8192;

/**
 * A shell command (POSIX) that sends the request again; comment lines say what it cannot bring along.
 * `joint` stands between its options: a line each, or a blank for one line.
 */
export function curlOf({ request }: Exchange, joint = ' \\\n  '): string {
  const { method, url, body } = request;
  const signed = request.headers.some(
    ([name, value]) => name.toLowerCase() === 'authorization' && value.startsWith('SDK-HMAC-SHA256'),
  );
  const kept = request.headers.filter(
    ([name]) => !OWN.has(name.toLowerCase()) && !(signed && SIGNED.has(name.toLowerCase())),
  );
  const headers = kept.filter(([name, value]) => TOKEN.test(name) && oneLine(value) === value);
  const data = body === null ? null : showable(body);
  const options = [
    ...(method === 'GET' ? [] : [`--request ${quoted(oneLine(method))}`]),
    ...headers.map(headerOption),
    // Left alone, curl gives a body the media type of a form.
    ...(data === null || has(headers, 'content-type') ? [] : [`--header 'Content-Type:'`]),
    ...(data === null ? [] : [`--data-raw ${quoted(data)}`]),
    quoted(encoded(url)),
  ];
  const shownSecret = [url, data ?? '', ...headers.filter(([name]) => !isToken(name)).flat()].some((text) =>
    text.includes(REDACTED),
  );
  return [
    ...(signed ? ['# signed request: sign it anew'] : []),
    ...(shownSecret ? [`# put the secret back where ${REDACTED} stands`] : []),
    ...(headers.length < kept.length
      ? ['# a header that cannot be shown is left out: see evidence.har']
      : []),
    ...(body !== null && data === null ? ['# the body cannot be shown here: take it from evidence.har'] : []),
    ['curl --include --path-as-is --globoff', ...options].join(joint),
  ].join('\n');
}

function headerOption([name, value]: HeaderLine): string {
  // A shell variable keeps the token out of the history and out of this text.
  if (isToken(name) && value === REDACTED) return `--header "${name}: $TOKEN"`;
  return `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`;
}

function isToken(name: string): boolean {
  return name.toLowerCase() === 'x-auth-token';
}

function has(headers: readonly HeaderLine[], wanted: string): boolean {
  return headers.some(([name]) => name.toLowerCase() === wanted);
}

/** In single quotes the shell acts on nothing but the single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A body as it can stand in a text for people; in JSON an escape means the character. Null where it cannot. */
function showable(body: string): string | null {
  if (body.length > LONGEST_BODY) return null;
  const shown = visible(body);
  return shown === body || (isJson(body) && isJson(shown)) ? shown : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What no URL holds as it is, percent-encoded as a client would send it. */
function encoded(url: string): string {
  return url.replace(/[^!-~]/gu, (found) =>
    [...Buffer.from(found)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
