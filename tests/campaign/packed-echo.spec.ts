import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { type Json, replaced } from '../../src/engine/json.ts';
import type { HarEntry } from '../../src/engine/report/har-format.ts';
import type { Manner } from '../../src/suites/modelarts-plugins/mock/deviation.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import type { Answer } from '../../src/trials/mock/answer.ts';
import { test } from '../own-test.ts';
import { shows } from '../record/deciphered.ts';
import { BODY_FORMS, brotli, TEXT_FORMS } from '../record/secret-forms.ts';
import { isStoodFor, longIf } from '../slow.ts';
import { idsOf, liveSettings, run } from './run.ts';

const TOKEN = 'MIIQab+c/De"Fgh.12\\34=<Xy>_zw';
const reports = () => test.info().outputPath('reports');

/** The report of a live run against an endpoint of this manner; it shows the token in no form, or the run would have failed. */
async function reportWith(manner: Manner) {
  const mock = await startMock({ tokens: [TOKEN] }, manner);
  const finished = await run({ ...liveSettings(mock.endpoint), MODELARTS_AUTH_TOKEN: TOKEN });
  await mock.close();
  for (const { response } of entries())
    expect(shows(Buffer.from(JSON.stringify(response)), TOKEN, 2)).toBe(false);
  for (const text of new Set(entries().map(({ response }) => response.content.text ?? ''))) {
    expect(shows(Buffer.from(text), TOKEN, 4)).toBe(false);
  }
  for (const name of readdirSync(reports(), { recursive: true, encoding: 'utf8' })) {
    const path = join(reports(), name);
    if (statSync(path).isFile()) expect([name, shows(readFileSync(path), TOKEN, 1)]).toEqual([name, false]);
  }
  return finished.input.report;
}

function entries(): readonly HarEntry[] {
  return JSON.parse(readFileSync(join(reports(), 'evidence.har'), 'utf8')).log.entries;
}

/** An endpoint whose answer to an accepted DELETE is changed. */
function accepting(change: (answer: Answer) => Answer): Manner {
  return {
    answer: (answer, { asked, refusal }) =>
      asked.operation === 'DeletePlugin' && refusal === null ? change(answer) : answer,
  };
}

const withToken = (body: Json) =>
  JSON.stringify(replaced(body, ['status', 'reason'], `the token is ${TOKEN}`));

const allForms = Object.values(TEXT_FORMS).map((write) => write(TOKEN));

test('an endpoint that echoes the token in its texts conforms, however it is written @slow', async () => {
  const report = await reportWith({
    answer: (answer, { refusal, asked }) => {
      if (refusal !== null)
        return { ...answer, body: replaced(answer.body, ['error_msg'], allForms.join(' and ')) };
      if (asked.operation !== 'DeletePlugin') return answer;
      return { ...answer, body: replaced(answer.body, ['status', 'reason'], allForms.join(' and ')) };
    },
  });
  expect(idsOf(report, 'failed', 'inconclusive', 'not-observed')).toEqual([]);
  expect(report.verdict).toBe('conformant');
});

test('an endpoint that echoes the token in headers conforms, however it is written @slow', async () => {
  const lines = allForms.map((text) => text.replaceAll(/[^ -~]+/g, ' '));
  const report = await reportWith({
    answer: (answer) => ({ ...answer, headers: { ...answer.headers, 'x-echo': lines } }),
  });
  expect(idsOf(report, 'failed', 'inconclusive', 'not-observed')).toEqual([]);
});

for (const [at, [form, pack]] of Object.entries({ ...BODY_FORMS, brotli }).entries()) {
  test(`that an endpoint answers in ${form}, with the token in it, is the violation that it is${longIf(isStoodFor(at))}`, async () => {
    const report = await reportWith(
      accepting((answer) => ({
        ...answer,
        headers: { ...answer.headers, ...(form === 'brotli' ? { 'x-coding': 'br' } : {}) },
        bytes: pack(withToken(answer.body)),
      })),
    );
    expect(idsOf(report, 'failed')).toEqual(['delete.200.json', 'delete.200.json.encoding']);
    expect(report.verdict).toBe('non-conformant');
    expect(report.requirements.find(({ id }) => id === 'delete.200.json')?.findings[0]?.message).toBe(
      'The body is not JSON.',
    );
  });
}

/** A few hundred bytes that are 64 MiB in the end: not made before they are asked for, since each process reads this file. */
const packedToBurst = () => gzipSync(gzipSync(Buffer.alloc(64 * 1024 ** 2), { level: 9 }), { level: 9 });

test('what is packed to burst is not looked through and not kept, and the rest of the answer is judged @slow', async () => {
  let answers = 0;
  const bomb = packedToBurst();
  const report = await reportWith({
    answer: (answer, { refusal }) => {
      if (refusal === null) return answer;
      answers += 1;
      // No two are equal: each would have to be unpacked.
      const text = gzipSync(Buffer.concat([bomb, Buffer.from(`${answers}`)])).toString('base64');
      return { ...answer, body: replaced(answer.body, ['error_msg'], text) };
    },
  });
  expect(idsOf(report, 'failed', 'inconclusive', 'not-observed')).toEqual([]);
  const refusals = entries().filter(({ response }) => response.status >= 400);
  expect(refusals.length).toBeGreaterThan(10);
  for (const { response } of refusals) {
    expect(response.content.text).toMatch(
      /"error_msg":"\[not looked through: \d+ characters, SHA-256 [\da-f]{64}\]=*"/,
    );
  }
});

test('a whole answer that is packed to burst is told by its length and its hash @slow', async () => {
  const bomb = packedToBurst();
  const report = await reportWith(accepting((answer) => ({ ...answer, bytes: bomb })));
  expect(idsOf(report, 'failed')).toEqual(['delete.200.json', 'delete.200.json.encoding']);
  const notKept = entries().flatMap(({ response }) => response._body?.notKept ?? []);
  expect(notKept.length).toBeGreaterThan(0);
  for (const sentence of notKept)
    expect(sentence).toMatch(
      /was not looked through for secrets, and is not kept; its SHA-256 is [\da-f]{64}\.$/,
    );
});
