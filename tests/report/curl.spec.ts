import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { curlOf } from '../../src/engine/report/curl.ts';
import { test } from '../own-test.ts';
import { BIDI, SHELL } from './hostile.ts';
import { AT, EXCHANGES, exchange } from './sample-exchanges.ts';

/** What a shell makes of a command: its words, the first one left out. */
function wordsOf(command: string): readonly string[] {
  const cwd = mkdtempSync(join(tmpdir(), 'curl-'));
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const { stdout, stderr, status } = spawnSync('sh', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TOKEN: 'from-the-shell' },
  });
  // A text that left its quotes would have made a file.
  expect([stderr, status, readdirSync(cwd)]).toEqual(['', 0, []]);
  return stdout.split('\0').slice(0, -1);
}

const HOSTILE_REQUEST = exchange({
  request: {
    method: `PUT${SHELL}`,
    url: `http://127.0.0.1/${SHELL}`.replaceAll(' ', '%20'),
    headers: [
      ['X-Auth-Token', '[REDACTED]'],
      ['X-Other', SHELL],
      ['X-Empty', ''],
      ['host', 'x'],
      ['content-length', '3'],
    ],
    body: `${SHELL}\nsecond line\n`,
  },
});

for (const joint of [' \\\n  ', ' ']) {
  test(`nothing leaves its quotes, joined by ${JSON.stringify(joint)}`, () => {
    expect(wordsOf(curlOf(HOSTILE_REQUEST, joint))).toEqual([
      ...['--include', '--path-as-is', '--globoff', '--request', `PUT${SHELL}`],
      ...[
        '--header',
        'X-Auth-Token: from-the-shell',
        '--header',
        `X-Other: ${SHELL}`,
        '--header',
        'X-Empty;',
      ],
      ...['--header', 'Content-Type:', '--data-raw', `${SHELL}\nsecond line\n`],
      `http://127.0.0.1/${SHELL}`.replaceAll(' ', '%20'),
    ]);
  });
}

test('a wrong token is nobody’s and is sent as it was', () => {
  const [one] = EXCHANGES.slice(AT.wrongToken);
  expect(curlOf(one ?? HOSTILE_REQUEST)).toContain(`--header 'X-Auth-Token: this-token-is-not-valid'`);
});

test('a signed request says that it must be signed anew, and brings no dead signature along', () => {
  const command = curlOf(EXCHANGES[AT.cut] ?? HOSTILE_REQUEST);
  expect(command.split('\n')[0]).toBe('# signed request: sign it anew');
  expect(command).not.toMatch(/authorization|x-sdk-date|security-token|REDACTED/i);
});

test('active characters stand in JSON as escapes, elsewhere the command says what it leaves out', () => {
  const escaped = curlOf(
    exchange({ request: { method: 'POST', body: '{"a": "\u202E"}', url: 'http://h/\u202E%2e' } }),
  );
  expect(escaped).toContain(`'{"a": "\\u202e"}'`);
  expect(escaped).toContain(`'http://h/%E2%80%AE%2e'`);
  const left = curlOf(
    exchange({ request: { headers: [['X-A', BIDI]], body: BIDI, url: 'http://h/[REDACTED]' } }),
  );
  expect(left.split('\n').slice(0, 3)).toEqual([
    '# put the secret back where [REDACTED] stands',
    '# a header that cannot be shown is left out: see evidence.har',
    '# the body cannot be shown here: take it from evidence.har',
  ]);
});

// The quoting is proven above; this shows that curl takes the options as they are meant.
if (spawnSync('curl', ['--version']).status === 0) {
  test('curl itself sends the same request', async () => {
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const [token, type] = [headers['x-auth-token'], headers['content-type']];
        seen.push([method, url, token, type, Buffer.concat(chunks).toString()]);
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
    const path = '/v1/p/../notebooks/[a]/notes/%2e%2e';
    const headers = [['X-Auth-Token', '[REDACTED]']] as const;
    const command = curlOf(
      exchange({
        request: { method: 'DELETE', url: `http://127.0.0.1:${port}${path}`, headers, body: `@{ }${SHELL}` },
      }),
    );
    const child = spawnAsync(command);
    expect(await child).toBe(0);
    server.close();
    expect(seen).toEqual([['DELETE', path, 'from-the-shell', undefined, `@{ }${SHELL}`]]);
  });
}

async function spawnAsync(command: string): Promise<number | null> {
  const { spawn } = await import('node:child_process');
  const env = { PATH: process.env['PATH'], TOKEN: 'from-the-shell' };
  const child = spawn('sh', ['-c', command], { stdio: 'ignore', env });
  return new Promise((resolve) => child.on('close', resolve));
}
