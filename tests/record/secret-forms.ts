import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const lines = (text: string, length: number) => text.replace(new RegExp(`.{${length}}(?=.)`, 'g'), '$&\r\n');
const hex = (text: string) => Buffer.from(text).toString('hex');
const each = (text: string, write: (code: number) => string) =>
  [...Buffer.from(text)].map((byte) => write(byte)).join('');
const again = (text: string, times: number, write: (text: string) => string) =>
  Array.from({ length: times }).reduce<string>((written) => write(written), text);

/** Every character of ASCII that HTML has a name for. */
const NAMES: Readonly<Record<string, string>> = {
  '!': 'excl',
  '"': 'quot',
  '#': 'num',
  $: 'dollar',
  '%': 'percnt',
  '&': 'amp',
  "'": 'apos',
  '(': 'lpar',
  ')': 'rpar',
  '*': 'ast',
  '+': 'plus',
  ',': 'comma',
  '.': 'period',
  '/': 'sol',
  ':': 'colon',
  ';': 'semi',
  '<': 'lt',
  '=': 'equals',
  '>': 'gt',
  '?': 'quest',
  '@': 'commat',
  '[': 'lsqb',
  '\\': 'bsol',
  ']': 'rsqb',
  '^': 'Hat',
  _: 'lowbar',
  '`': 'grave',
  '{': 'lcub',
  '|': 'verbar',
  '}': 'rcub',
};

/** How a text may be written in another text; each is told apart from what stands around it. */
export const TEXT_FORMS: Readonly<Record<string, (text: string) => string>> = {
  'base64 in lines of 76': (text) => lines(base64(`${'x'.repeat(80)} ${text} ${'y'.repeat(80)}`), 76),
  'base64 in lines of 64': (text) => lines(base64(`${'x'.repeat(50)} ${text} ${'y'.repeat(50)}`), 64),
  'base64 of it alone in lines of 16': (text) => lines(base64(text), 16),
  'base64 twice': (text) => base64(base64(text)),
  'base64 twice, not at its beginning': (text) => base64(`x ${base64(`yz${text}`)}`),
  'base64url of base64 in lines': (text) => Buffer.from(lines(base64(text), 20)).toString('base64url'),
  'base64 four times': (text) => again(text, 4, base64),
  'gzip in base64': (text) => base64(gzipSync(`{"token":"${text}"}`)),
  'gzip in base64 behind a word': (text) => `prefix${base64(gzipSync(`{"token":"${text}"}`))}`,
  'gzip in gzip in base64': (text) => base64(gzipSync(gzipSync(text))),
  'base64 in gzip in base64': (text) => base64(gzipSync(base64(text))),
  'zlib in base64url': (text) => deflateSync(`token ${text}`).toString('base64url'),
  'raw deflate in base64': (text) => base64(deflateRawSync(`the token is ${text}, the token is ${text}`)),
  'a cut gzip in base64': (text) => base64(gzipSync(`${text} and more`).subarray(0, -9)),
  'gzip in hex': (text) => gzipSync(`token ${text}`).toString('hex'),
  hex,
  'hex in capitals': (text) => hex(text).toUpperCase(),
  'hex with blanks': (text) => hex(text).replace(/../g, '$& ').trim(),
  'hex with colons, in capitals': (text) =>
    hex(text)
      .toUpperCase()
      .replace(/..(?=.)/g, '$&:'),
  'hex in base64': (text) => base64(hex(text)),
  'quoted-printable': (text) =>
    each(text, (code) =>
      /\w/.test(String.fromCharCode(code)) ? String.fromCharCode(code) : `=${hex2(code)}`,
    ),
  'quoted-printable, every byte, in lines': (text) =>
    lines(
      each(text, (code) => `=${hex2(code)}`),
      30,
    ).replace(/\r\n/g, '=\r\n'),
  'entities by name': (text) => text.replace(/\W|_/g, (one) => `&${NAMES[one] ?? 'nbsp'};`),
  'entities by number without their end': (text) =>
    each(text, (code) => `&#x${hex2(code)} `).replaceAll(' ', ';'),
  'octal escapes': (text) => each(text, (code) => `\\${code.toString(8).padStart(3, '0')}`),
  'UTF-16 in base64': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'UTF-16 of the other order in base64': (text) => Buffer.from(text, 'utf16le').swap16().toString('base64'),
  'percent-encoded eight times': (text) =>
    again(
      each(text, (code) => `%${hex2(code)}`),
      7,
      (one) => one.replaceAll('%', '%25'),
    ),
  'JSON in JSON in JSON in JSON': (text) => again(text, 4, (one) => JSON.stringify(one)),
  capitals: (text) => text.toUpperCase(),
  'small letters': (text) => text.toLowerCase(),
  'its first 16 characters': (text) => text.slice(0, 16),
  'its first 20 characters, percent-encoded': (text) => each(text.slice(0, 20), (code) => `%${hex2(code)}`),
  'its first 17 characters in base64': (text) => base64(text.slice(0, 17)),
};

/** How a body may be packed as a whole. */
export const BODY_FORMS: Readonly<Record<string, (body: string) => Buffer>> = {
  gzip: (body) => gzipSync(body),
  'gzip in gzip': (body) => gzipSync(gzipSync(body)),
  'a cut gzip': (body) => gzipSync(body).subarray(0, -10),
  'a gzip with a wrong sum': (body) => Buffer.concat([gzipSync(body).subarray(0, -8), Buffer.alloc(8, 7)]),
  'a gzip behind other bytes': (body) => Buffer.concat([Buffer.from([0xff, 0xfe, 1]), gzipSync(body)]),
  zlib: (body) => deflateSync(body),
  'raw deflate': (body) => deflateRawSync(body),
  'raw deflate without a table': (body) => deflateRawSync(body, { strategy: 4 }),
  'base64 in gzip': (body) => gzipSync(base64(body)),
  'gzip in base64 in gzip': (body) => gzipSync(base64(gzipSync(body))),
  'UTF-16': (body) => Buffer.from(`\uFEFF${body}`, 'utf16le'),
  'UTF-16 of the other order': (body) => Buffer.from(`\uFEFF${body}`, 'utf16le').swap16(),
};

/** Packed with what no bytes say of themselves. */
export const brotli = (body: string): Buffer => brotliCompressSync(body);

function hex2(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}
