import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { REDACTED, redactor } from '../../src/engine/secrets/redact.ts';
import { test } from '../own-test.ts';
import { ask } from './ask.ts';

const SECRET = `tök/en+"with" äll=kinds&more's (<ones>)*!\\ %7E`;

/** Each character as `write` writes it. */
const each = (write: (character: string, code: number) => string) =>
  [...SECRET].map((character) => write(character, character.codePointAt(0) ?? 0)).join('');
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
const percent = (text: string) => [...Buffer.from(text)].map((byte) => `%${hex(byte, 2)}`).join('');
const strictly = encodeURIComponent(SECRET).replaceAll(/[!'()*]/g, percent);
const html = SECRET.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const forms: Readonly<Record<string, string>> = {
  'in clear': SECRET,
  'in clear, its bytes taken for characters': Buffer.from(SECRET).toString('latin1'),
  'URL-encoded': encodeURIComponent(SECRET),
  'URL-encoded with all that is reserved': strictly,
  'URL-encoded, every byte': percent(SECRET),
  'URL-encoded in mixed case': strictly.replaceAll(/%(.)(.)/g, (_, a, b) => `%${a.toLowerCase()}${b}`),
  'URL-encoded as a form': new URLSearchParams({ '': SECRET }).toString().slice(1),
  'URL-encoded twice': encodeURIComponent(encodeURIComponent(SECRET)),
  'URL-encoded in lower case': encodeURIComponent(SECRET).replaceAll(/%../g, (code) => code.toLowerCase()),
  'JSON-escaped': JSON.stringify(SECRET).slice(1, -1),
  'JSON-escaped with slashes': JSON.stringify(SECRET).slice(1, -1).replaceAll('/', '\\/'),
  'JSON-escaped in ASCII': each((one, code) =>
    code < 127 ? JSON.stringify(one).slice(1, -1) : `\\u${hex(code, 4)}`,
  ),
  'JSON-escaped, every character': each((_, code) => `\\u${hex(code, 4).toUpperCase()}`),
  'JSON-escaped in JSON': JSON.stringify(JSON.stringify(SECRET)).slice(3, -3),
  'JSON-escaped in HTML': JSON.stringify(SECRET)
    .slice(1, -1)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;'),
  'HTML-escaped': html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  'XML-escaped': html.replaceAll('"', '&#34;').replaceAll("'", '&apos;'),
  'XML-escaped in hexadecimal': each((one, code) => (/\w/.test(one) ? one : `&#x${hex(code, 4)};`)),
  'escaped for Markdown': SECRET.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&'),
  'in base64': Buffer.from(SECRET).toString('base64'),
  'in base64 after one byte': Buffer.from(`x${SECRET}`).toString('base64'),
  'in base64 after two bytes': Buffer.from(`xx${SECRET}yy`).toString('base64'),
  'in base64url': Buffer.from(SECRET).toString('base64url'),
  'in base64, URL-encoded': encodeURIComponent(Buffer.from(`${SECRET}~~~???`).toString('base64')),
};

for (const [form, text] of Object.entries(forms)) {
  test(`a secret is found ${form}`, () => {
    const shown = redactor(() => ['another one', SECRET])(`before ${text} after`);
    expect(shown).toContain(REDACTED);
    expect(shown.length).toBeLessThan('before [REDACTED] after'.length + 24);
    expect(shown).toMatch(/^before .*after$/);
    expect(shown).not.toContain(text);
    expect(shown).not.toContain(text.slice(4, -4));
  });
}

test('what stands around a secret stays, its escapes too', () => {
  const redact = redactor(() => ['to/ken', 'ken+of', 'secret']);
  expect(redact('%41%2f to%2Fken \\u0041&lt;secret&gt;')).toBe('%41%2f [REDACTED] \\u0041&lt;[REDACTED]&gt;');
  expect(redact('to/ken+of secretsecret')).toBe('[REDACTED] [REDACTED][REDACTED]');
  expect(redact('&#128512;to&#x2f;ken&#128512;')).toBe('&#128512;[REDACTED]&#128512;');
});

test('what is no secret stays', () => {
  const text = '100%, \\d, &c; %zz \\u12 &#9999999999; %';
  expect(redactor(() => ['abc'])(text)).toBe(text);
  expect(redactor(() => ['abc'])('ABC abd')).toBe('ABC abd');
  expect(redactor(() => [])('abc')).toBe('abc');
  expect(redactor(() => [''])('abc')).toBe('abc');
});

test('a secret that becomes known later is found from then on', () => {
  const known = ['a-longer-first-one'];
  const redact = redactor(() => known);
  expect(redact('xyz-1 a-longer-first-one')).toBe('xyz-1 [REDACTED]');
  known.push('xyz-1');
  expect(redact('xyz-1 a-longer-first-one')).toBe('[REDACTED] [REDACTED]');
});

test('secrets of any length are found side by side', () => {
  const secrets = ['k', 'xy', 'abc', 'q'.repeat(400), `${'q'.repeat(300)}r`];
  const redact = redactor(() => secrets);
  for (const secret of secrets) expect(redact(`_${secret}_`)).toBe('_[REDACTED]_');
  expect(redact(`_${'q'.repeat(399)}_`)).toBe('_[REDACTED]_');
  expect(redact(`_${'q'.repeat(15)}_`)).toBe(`_${'q'.repeat(15)}_`);
});

test('thousands of secrets are looked for in a large text in one pass @slow', () => {
  // One pass for each, or one pattern of all, would take longer than a test may.
  const signatures = Array.from({ length: 6000 }, (_, at) =>
    createHash('sha256').update(`${at}`).digest('hex'),
  );
  const text = `{"kind": "Note", "id": "${'0123456789abcdef'.repeat(4)}"}`.repeat(250_000);
  const shown = redactor(() => signatures)(`${text}${signatures[5999]}`);
  expect(shown).toBe(text + REDACTED);
});

test('a secret that the target echoes stands nowhere in the exchange', async () => {
  const secret = 'canary-0123456789';
  const { exchange, received } = await ask(
    (socket) =>
      socket.end(
        `HTTP/1.1 401 No ${secret}\r\nX-Echo: ${secret}\r\nContent-Length: ${secret.length}\r\n\r\n${secret}`,
      ),
    { secrets: [secret], headers: [['X-Auth-Token', secret]], body: `{"t":"${secret}"}` },
  );
  expect(received).toContain(secret);
  expect(JSON.stringify(exchange)).not.toContain(secret);
  expect(exchange.request.headers).toContainEqual(['X-Auth-Token', REDACTED]);
});

test('a secret in bytes that are no HTTP stands nowhere in the exchange', async () => {
  const { exchange } = await ask((socket) => socket.end('canary-0123456789 nonsense'), {
    secrets: ['canary-0123456789'],
  });
  expect(exchange.trouble?.kind).toBe('not-http');
  expect(JSON.stringify(exchange)).not.toContain('canary');
});

test('a secret that begins in what is shown of an answer that breaks off is not shown by half', async () => {
  const secret = 'canary-ä0123456789';
  const { exchange } = await ask((socket) => socket.end(`${'x'.repeat(2040)}${secret}`), {
    secrets: [secret],
  });
  expect(exchange.trouble?.bytes).toMatch(/^x{2040}\[REDACT/);
  const { exchange: torn } = await ask((socket) => socket.end(`\u0001 ${secret} \u0002`), {
    secrets: [secret],
  });
  expect(torn.trouble?.bytes).toBe(`\u0001 ${REDACTED} \u0002`);
});

test('a secret at the end of what is kept of such bytes is not halved', async () => {
  const secret = 'canary-0123456789'.repeat(200);
  const { exchange } = await ask((socket) => socket.end(`nonsense ${'-'.repeat(2000)}${secret}`), {
    secrets: [secret],
  });
  expect(exchange.trouble?.bytes).toContain(REDACTED);
  expect(JSON.stringify(exchange)).not.toContain('canary');
});

test('an exchange keeps the names that it was asked for, without the secrets in them', async () => {
  const names = { project: 'p', collection: SECRET, item: `a-${SECRET.toUpperCase()}-b` };
  const options = { path: '/v1/p/notebooks/a/notes/b', secrets: [SECRET] };
  const { exchange } = await ask((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'), {
    ...options,
    names,
  });
  expect(exchange.names).toEqual({ project: 'p', collection: REDACTED, item: `a-${REDACTED}-b` });
  const signIn = await ask((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'), { names: null });
  expect(signIn.exchange.names).toBeNull();
});
