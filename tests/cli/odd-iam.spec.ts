import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { authority, certificate } from '../campaign/certificates.ts';
import { iamSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { startProxy } from '../record/connect-proxy.ts';
import { type RawServer, startRaw } from '../record/raw-server.ts';
import { isStoodFor, longIf } from '../slow.ts';
import { conformance, unbroken } from './command.ts';
import { disclosed, disclosing } from './disclosed.ts';
import { LIVE_TOKEN, ODD_ANSWERS, type OddAnswer, OTHER_TOKEN } from './odd-iam-answers.ts';

/** A token in a dump of bytes is cut, so its beginning counts too; other escapes are undone by what looks. */
const SECRETS = [LIVE_TOKEN.slice(0, 12), OTHER_TOKEN.slice(0, 12), encodeURIComponent(LIVE_TOKEN)];
const HEX = SECRETS.map((one) => Buffer.from(one).toString('hex').replace(/../g, '$& ').slice(0, 30));

/** Node then prints what it sends, and the beginning of the bytes that come. */
const DEBUG = { NODE_DEBUG: 'http,https,stream', DEBUG: '*' };

function startIam({ bytes, closing }: OddAnswer): Promise<RawServer> {
  return startRaw((socket) => {
    if (closing === undefined) socket.end(bytes);
    else socket.write(bytes, () => closing === 'reset' && setTimeout(() => socket.resetAndDestroy(), 50));
  });
}

async function against(
  answer: OddAnswer,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const mock = await startMock();
  const iam = await startIam(answer);
  const ended = await conformance(args, {
    ...iamSettings(mock.endpoint, `http://localhost:${iam.port}`),
    MODELARTS_REQUEST_TIMEOUT_MS: '1000',
    ...more,
  });
  const asked = mock.requests();
  await iam.close();
  await mock.close();
  return { ...ended, asked };
}

function expectNothingShown(printed: string, folder: string | null): void {
  expect(disclosed(Buffer.from(printed), SECRETS)).toEqual([]);
  for (const hex of HEX) expect(printed).not.toContain(hex);
  if (folder !== null) expect(disclosing(folder, SECRETS)).toEqual([]);
}

for (const [at, [what, answer]] of Object.entries(ODD_ANSWERS).entries()) {
  test(`an IAM whose answer ${what} shows its token nowhere, and ends the run in 3${longIf(isStoodFor(at))}`, async () => {
    const { code, stdout, stderr } = await against(answer, ['run', '--runner', 'direct'], DEBUG);
    expect(code).toBe(3);
    expectNothingShown(stdout + stderr, test.info().outputPath('reports'));
    const { scenarios } = JSON.parse(
      readFileSync(test.info().outputPath('reports/conformance.json'), 'utf8'),
    );
    expect(scenarios[0].blocked.cause).toMatch(/^IAM gave no token: /);
    expect(scenarios[0].blocked.cause).toMatch(answer.says);
    const { log } = JSON.parse(readFileSync(test.info().outputPath('reports/evidence.har'), 'utf8'));
    for (const { response } of log.entries) {
      expect(response.statusText).toBe('');
      expect(response.content.text?.length ?? 0).toBeLessThan(250);
      for (const { value } of response.headers) expect(value).toMatch(/^\[REDACTED: \d+ bytes\]$/);
    }
  });
}

for (const [what, isUnderPlaywright] of [
  ['has its length twice', true],
  ['refuses, and quotes one that nobody knows', false],
] as const) {
  const where = isUnderPlaywright ? 'under Playwright and ' : '';
  test(`nor ${where}in what \`doctor\` prints where its answer ${what} @slow`, async () => {
    await expectNotTold(what, isUnderPlaywright);
  });
}

test('nor under Playwright and in what `doctor` prints where its answer is odd in another way @long', async () => {
  for (const what of [
    'breaks off in its headers',
    'switches protocols',
    'is a redirect that carries it',
    'gives two that differ',
    'gives it in the body alone',
    'refuses, and quotes one that nobody knows',
  ])
    await expectNotTold(what, true);
});

/** Has `doctor`, and it may be a run under Playwright, meet an IAM that answers so; neither tells the token. */
async function expectNotTold(what: string, isUnderPlaywright: boolean): Promise<void> {
  test.slow();
  const answer = ODD_ANSWERS[what];
  if (answer === undefined) throw new Error(`There is no answer that ${what}.`);
  if (isUnderPlaywright) {
    const run = await against(answer, ['run', '--runner', 'playwright'], DEBUG);
    expect([what, run.code]).toEqual([what, 3]);
    expectNothingShown(run.stdout + run.stderr, test.info().outputPath('reports'));
  }
  const doctor = await against(answer, ['doctor'], DEBUG);
  expect(doctor.code).toBe(3);
  expect(doctor.stdout).toMatch(/✗ credentials +IAM gave no token: /);
  expectNothingShown(doctor.stdout + doctor.stderr, null);
}

test('through a proxy, whose own answer to CONNECT holds it too, it is shown nowhere either @slow', async () => {
  const by = await authority();
  const tls = await certificate({ by });
  for (const reply of [
    `HTTP/1.1 200 ${LIVE_TOKEN}\r\nX-Subject-Token: ${LIVE_TOKEN}\r\n\r\n`,
    `HTTP/1.1 502 Oh\r\nX-Subject-Token: ${LIVE_TOKEN}\r\nContent-Length: 9\r\n\r\n`,
  ]) {
    const proxy = await startProxy((socket) => socket.end(reply), tls);
    const { code, stdout, stderr } = await conformance(['run', '--runner', 'direct'], {
      ...iamSettings('http://localhost:9', 'https://iam.example.com'),
      MODELARTS_REQUEST_TIMEOUT_MS: '1000',
      HTTPS_PROXY: proxy.url.replace('http:', 'https:'),
      NODE_TLS_REJECT_UNAUTHORIZED: '',
      ...DEBUG,
    });
    await proxy.close();
    expect(code).toBe(3);
    expectNothingShown(stdout + stderr, test.info().outputPath('reports'));
  }
});

test('a token that comes twice alike, or after an early hint with another one, is used and shown nowhere @slow', async () => {
  const given = `X-Subject-Token: ${LIVE_TOKEN}\r\n`;
  for (const head of [
    `HTTP/1.1 201 Created\r\n${given}${given}`,
    `HTTP/1.1 103 Early\r\nX-Subject-Token: ${OTHER_TOKEN}\r\n\r\nHTTP/1.1 201 Created\r\n${given}`,
  ]) {
    const bytes = `${head}Content-Length: ${LIVE_TOKEN.length}\r\n\r\n${LIVE_TOKEN}`;
    const mock = await startMock({ tokens: [LIVE_TOKEN] });
    const iam = await startIam({ bytes, says: /./ });
    const { code, stdout, stderr } = await conformance(['run', '--runner', 'direct'], {
      ...iamSettings(mock.endpoint.replace('127.0.0.1', 'localhost'), `http://localhost:${iam.port}`),
      ...DEBUG,
    });
    await iam.close();
    await mock.close();
    expect(code).toBe(0);
    expectNothingShown(stdout + stderr, test.info().outputPath('reports'));
  }
});

test('a token that came before a try that was not answered with one is not used @slow', async () => {
  let tries = 0;
  const iam = await startRaw((socket) => {
    tries += 1;
    const given = tries === 1 ? `X-Subject-Token: ${LIVE_TOKEN}\r\nRetry-After: 1\r\n` : '';
    const status = tries === 1 ? '503 Busy' : '201 Created';
    socket.end(`HTTP/1.1 ${status}\r\n${given}Content-Length: 2\r\n\r\n{}`);
  });
  const mock = await startMock();
  const begun = performance.now();
  const { code, stdout } = await conformance(['run', '--runner', 'direct'], {
    ...iamSettings(mock.endpoint, `http://127.0.0.1:${iam.port}`),
  });
  await iam.close();
  expect([code, tries, mock.requests()]).toEqual([3, 2, 0]);
  await mock.close();
  // What the 503 asked for was waited for, though it is not kept.
  expect(performance.now() - begun).toBeGreaterThan(1000);
  expect(unbroken(stdout)).toContain('without an `X-Subject-Token`');
});
