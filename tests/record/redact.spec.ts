import { expect, test } from '@playwright/test';
import { REDACTED, redactor } from '../../src/record/redact.ts';
import { ask } from './ask.ts';

const SECRET = 'tök/en+"with" äll=kinds&more';

const forms: Readonly<Record<string, string>> = {
  'in clear': SECRET,
  'URL-encoded': encodeURIComponent(SECRET),
  'URL-encoded in lower case': encodeURIComponent(SECRET).replaceAll(/%../g, (code) => code.toLowerCase()),
  'JSON-escaped': JSON.stringify(SECRET).slice(1, -1),
  'JSON-escaped with slashes': JSON.stringify(SECRET).slice(1, -1).replaceAll('/', '\\/'),
  'in base64': Buffer.from(SECRET).toString('base64'),
  'in base64 after one byte': Buffer.from(`x${SECRET}`).toString('base64'),
  'in base64 after two bytes': Buffer.from(`xx${SECRET}yy`).toString('base64'),
  'in base64url': Buffer.from(SECRET).toString('base64url'),
};

for (const [form, text] of Object.entries(forms)) {
  test(`a secret is found ${form}`, () => {
    const shown = redactor(() => [SECRET])(`before ${text} after`);
    expect(shown).toContain(REDACTED);
    expect(shown).toMatch(/^before .*after$/);
    expect(shown).not.toContain(text);
    expect(shown).not.toContain(text.slice(4, -4));
  });
}

test('what is no secret stays', () => {
  expect(redactor(() => ['abc'])('ABC abd')).toBe('ABC abd');
  expect(redactor(() => [])('abc')).toBe('abc');
  expect(redactor(() => [''])('abc')).toBe('abc');
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
