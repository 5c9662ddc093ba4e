import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { replaced } from '../../src/engine/json.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { shows } from '../record/deciphered.ts';
import { longIf } from '../slow.ts';
import { conformance } from './command.ts';

const TOKEN = 'canary-4f1d0f2c9b-0123456789';
const MIB = 1024 ** 2;

/** What an endpoint gives as `error_msg`, no two equal. */
const MESSAGES: Readonly<Record<string, () => string>> = {
  'packed as deep as the recorder looks': () => packed(7),
  'packed deeper than the recorder looks': () => nested(12),
  'packed to much': () => gzipSync(padded(7 * MIB), { level: 9 }).toString('base64'),
  'packed to much, with the token at its end': () =>
    deflateRawSync(Buffer.concat([padded(9 * MIB), Buffer.from(TOKEN)]), { level: 9 }).toString('base64'),
  'full of beginnings of archives': () => `${randomBytes(3).toString('hex')} ${'H4sI'.repeat(4000)}`,
};

function padded(bytes: number): Buffer {
  return Buffer.concat([randomBytes(16), Buffer.alloc(bytes)]);
}

function packed(times: number): string {
  let bytes: Uint8Array = Buffer.from(`no ${randomInt(1e9)}`);
  for (let at = 0; at < times; at += 1) bytes = gzipSync(bytes);
  return Buffer.from(bytes).toString('base64');
}

function nested(depth: number): string {
  let text = randomBytes(16).toString('hex');
  for (let at = 0; at < depth; at += 1) text = gzipSync(`${text} ${text}`, { level: 9 }).toString('base64');
  return text;
}

const CASES = Object.entries(MESSAGES).map(([how, message]) => ({ runner: 'direct', how, message }));

// Playwright's own page wraps what it shows twice more.
for (const { runner, how, message } of [
  ...CASES,
  ...[CASES[0], CASES[2]].map((one) => ({ ...one, runner: 'playwright' })),
]) {
  test(`refusals whose text is ${how} are no fault of a ${runner} run${longIf(runner !== 'direct' && how === 'packed to much')}`, async () => {
    const mock = await startMock(
      { tokens: [TOKEN] },
      {
        answer: (answer, { refusal }) =>
          refusal === null
            ? answer
            : { ...answer, body: replaced(answer.body, ['error_msg'], message?.() ?? '') },
      },
    );
    const environment = { ...liveSettings(mock.endpoint), MODELARTS_AUTH_TOKEN: TOKEN };
    const { code, stdout, stderr } = await conformance(['run', '--runner', runner], environment);
    await mock.close();
    expect(stderr).not.toContain('looked through');
    expect([code, stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
    expect(shows(readFileSync(test.info().outputPath('reports', 'evidence.har')), TOKEN, 2)).toBe(false);
  });
}
