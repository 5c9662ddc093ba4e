import { expect } from '@playwright/test';
import { REDACTED, redactor } from '../../src/engine/secrets/redact.ts';
import { test } from '../own-test.ts';
import { isFound } from '../scan/look.ts';
import { ask } from './ask.ts';
import { shows } from './deciphered.ts';
import { BODY_FORMS, brotli, TEXT_FORMS } from './secret-forms.ts';

const SECRET = 'MIIQab+c/De"Fgh.12\\34=<Xy>_zw';
const OTHER = 'NJJQab+c/De"Fgh.12\\34=<Xy>_zw';

/** An answer with these headers and this body, as it is recorded. */
async function recorded(body: string | Buffer, headers = '', secrets = [SECRET]) {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${bytes.length}\r\n\r\n`;
  const { exchange } = await ask((socket) => socket.end(Buffer.concat([Buffer.from(head), bytes])), {
    secrets,
  });
  return exchange;
}

for (const [form, write] of Object.entries(TEXT_FORMS)) {
  test(`a secret as ${form} is found in a body, which stays JSON, in a header, and in a file`, async () => {
    const written = write(SECRET);
    expect(shows(Buffer.from(written), SECRET)).toBe(true);
    const body = JSON.stringify({ kind: 'Note', echo: `<${written}>`, items: [1, written] });
    const { response } = await recorded(body, `X-Echo: a ${written.replaceAll(/\r\n/g, ' ')}\r\n`);
    const data = response?.body.data ?? '';
    expect(JSON.parse(data)).toMatchObject({ kind: 'Note', items: [1, expect.any(String)] });
    expect(shows(Buffer.from(JSON.stringify(response)), SECRET)).toBe(false);
    expect(data).toContain('[REDACTED');
    expect(redactor(() => [SECRET])(`before ${written} after`)).toMatch(/^before .*\[REDACTED\].* after$/s);
    expect(isFound(`a report with ${written} in it`, SECRET)).toBe(true);
    expect(isFound(body, SECRET)).toBe(true);
  });

  test(`another text as ${form} is let be`, async () => {
    const written = write(OTHER);
    const body = JSON.stringify({ kind: 'Note', echo: `<${written}>` });
    const { response } = await recorded(body);
    expect(response?.body.data).toBe(body);
    expect(redactor(() => [SECRET])(`before ${written} after`)).toBe(`before ${written} after`);
    expect(isFound(body, SECRET)).toBe(false);
  });
}

for (const [form, pack] of Object.entries(BODY_FORMS)) {
  test(`a body that holds a secret in ${form} is not kept, and is judged as what it was`, async () => {
    const body = pack(JSON.stringify({ kind: 'Note', echo: SECRET }));
    expect(shows(body, SECRET)).toBe(true);
    const { response, trouble } = await recorded(body);
    expect(trouble).toBeNull();
    expect(response).toMatchObject({ status: 200, body: { encoding: 'base64', bytesOnWire: body.length } });
    const data = Buffer.from(response?.body.data ?? '', 'base64');
    expect(shows(data, SECRET)).toBe(false);
    expect(data.toString('latin1')).toMatch(/held a secret|\[\0?R\0?E\0?D\0?A/);
    expect(isFound(body, SECRET)).toBe(true);
  });

  test(`a body without a secret is kept in ${form}`, async () => {
    const body = pack(JSON.stringify({ kind: 'Note', echo: OTHER }));
    const { response } = await recorded(body);
    expect(response?.body).toEqual({
      encoding: 'base64',
      data: body.toString('base64'),
      bytesOnWire: body.length,
    });
    expect(isFound(body, SECRET)).toBe(false);
  });
}

test('brotli is looked into where a header says so, also where the body cannot be read as it says', async () => {
  const body = brotli(JSON.stringify({ echo: SECRET, more: 'x'.repeat(99) }));
  for (const headers of [
    'Content-Encoding: br, identity, unknown\r\n',
    'X-Content-Encoding: br\r\n',
    'Content-Type: application/x-brotli\r\n',
  ]) {
    const { response } = await recorded(body, headers);
    expect(response?.body.notKept).toContain('held a secret in brotli');
  }
  const { response } = await recorded(body.subarray(0, -6), 'Content-Encoding: br\r\n');
  expect(response?.body.codingError).toBeDefined();
  expect(shows(Buffer.from(response?.body.data ?? '', 'base64'), SECRET)).toBe(false);
});

test('what is packed once more than its header says is looked into', async () => {
  const body = BODY_FORMS['gzip in gzip']?.(JSON.stringify({ echo: SECRET })) ?? Buffer.alloc(0);
  const { response } = await recorded(body, 'Content-Encoding: gzip\r\n');
  expect(response?.body.notKept).toContain('held a secret in gzip');
});

test('the beginning of a secret is found where an answer was cut, and nowhere else', async () => {
  const beginning = SECRET.slice(0, 9);
  const { exchange } = await ask(
    (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"echo":"${beginning}`),
    { secrets: [SECRET] },
  );
  expect(exchange.trouble?.kind).toBe('cut');
  expect(JSON.stringify(exchange)).not.toContain(beginning);
  expect(exchange.trouble?.bytes).toContain('{"echo":"[REDACTED]');
  const whole = await recorded(`{"echo":"${beginning}`);
  expect(whole.response?.body.data).toBe(`{"echo":"${beginning}`);
  const short = await ask(
    (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"echo":"${SECRET.slice(0, 7)}`),
    { secrets: [SECRET] },
  );
  expect(short.exchange.response?.body.data).toBe(`{"echo":"${SECRET.slice(0, 7)}`);
});

test('the beginning of a secret is found at the end of what a cut gzip holds', async () => {
  const gzip = BODY_FORMS['gzip']?.(`{"echo": "${SECRET.slice(0, 10)}`) ?? Buffer.alloc(0);
  const cut = await recorded(gzip.subarray(0, -8));
  expect(cut.response?.body.notKept).toContain('held a secret');
  const whole = await recorded(gzip);
  expect(whole.response?.body.notKept).toBeUndefined();
});

test('what came of an answer that broke off shows nothing that is packed', async () => {
  const gzip = BODY_FORMS['gzip']?.(`{"echo": "${SECRET}"}`) ?? Buffer.alloc(0);
  for (const head of [
    'Content-Encoding: gzip\r\nContent-Length: 999',
    'Content-Length: 999',
    'Transfer-Encoding: chunked',
  ]) {
    const size = head.startsWith('Transfer') ? 'fff\r\n' : '';
    const { exchange } = await ask(
      (socket) => socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${size}`), gzip])),
      { secrets: [SECRET] },
    );
    expect(exchange.trouble?.bytes).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\[\d+ bytes that are no text\]$/s);
    expect(shows(Buffer.from(exchange.response?.body.data ?? '', 'base64'), SECRET)).toBe(false);
  }
});

test('a text that has eight characters in common with a secret is let be', async () => {
  const secret = 'password-of-nobody-0123';
  const body = JSON.stringify({
    error_msg: 'The password-o is wrong',
    kind: secret.slice(0, 15),
    PASSWORD: 1,
  });
  const { response } = await recorded(body, 'X-Note: password\r\n', [secret]);
  expect(response?.body.data).toBe(body);
  expect(response?.headers).toContainEqual(['X-Note', 'password']);
  expect(redactor(() => ['shorter-one'])('SHORTER-ONE shorter-')).toBe('SHORTER-ONE shorter-');
});

test('a reason phrase shows no secret, however it is written', async () => {
  const { exchange } = await ask(
    (socket) =>
      socket.end(`HTTP/1.1 401 No ${Buffer.from(SECRET).toString('hex')}\r\nContent-Length: 0\r\n\r\n`),
    { secrets: [SECRET] },
  );
  expect(exchange.response?.reason).toBe(`No ${REDACTED}`);
});
