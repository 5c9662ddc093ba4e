import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type { HarEntry } from '../../src/engine/report/har-format.ts';
import { authorization } from '../../src/suites/huaweicloud/signature.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf, slowIf } from '../slow.ts';
import { echoing, type Failing, refusing, resetting, silent } from './canary-targets.ts';
import { conformance, type Ended, playwright } from './command.ts';
import { disclosed, disclosing } from './disclosed.ts';

/** With what URLs, JSON, HTML and XML escape. */
const canary = (name: string) => `canary-${name}/+="&<'>%41\\z`;
const [TOKEN, SK, SECURITY_TOKEN] = [canary('token'), canary('sk'), canary('security-token')];

const CREDENTIALS = {
  'a token': { MODELARTS_AUTH_TOKEN: TOKEN },
  'AK/SK with a security token': {
    MODELARTS_AUTH_TOKEN: '',
    HUAWEICLOUD_SDK_AK: 'an-access-key',
    HUAWEICLOUD_SDK_SK: SK,
    HUAWEICLOUD_SDK_SECURITY_TOKEN: SECURITY_TOKEN,
  },
} as const;

/** What a target does, and how a run against it ends. */
const TARGETS: Readonly<Record<string, readonly [start: () => Promise<Failing>, code: number]>> = {
  'refuses connections': [refusing, 3],
  'never answers': [silent, 3],
  'resets connections, with an echo in what came before': [resetting, 3],
  'echoes the headers of each request in every form': [echoing, 1],
};

/** Node then prints every header. */
const DEBUG = { NODE_DEBUG: 'http,https,net' };

for (const [whose, credentials] of Object.entries(CREDENTIALS)) {
  for (const [what, [start, code]] of Object.entries(TARGETS)) {
    test(`${whose} is shown nowhere by a direct run against a target that ${what}${slowIf(what !== 'never answers' || whose !== 'a token')}`, async () => {
      await expectNothingShown(start, credentials, code, (environment) =>
        conformance(['run', '--runner', 'direct'], environment),
      );
    });

    // Each test that fails costs a new worker: where the first request ends the run, one shows all there is.
    if (code !== 3) continue;
    const isAlike = what !== 'never answers' || whose !== 'a token';
    test(`${whose} is shown nowhere by a Playwright run against a target that ${what}${longIf(isAlike)}`, async () => {
      await expectNothingShown(start, credentials, 1, (environment) =>
        playwright(['--project=conformance', '--grep', 'without valid credentials'], environment),
      );
    });
  }

  test(`${whose} stands in no trace of Playwright's${longIf(whose !== 'a token')}`, async () => {
    await expectNothingShown(echoing, credentials, 1, (environment) =>
      playwright(['--trace', 'on', '--grep', 'without valid|ill-formed'], environment),
    );
  });

  test(`${whose} is shown nowhere by the main job${longIf(whose !== 'a token')}`, async () => {
    await expectNothingShown(echoing, credentials, 1, (environment) => conformance(['run'], environment));
  });
}

test('what looks for the canaries here finds them, packed and escaped', () => {
  const note = JSON.stringify({ TOKEN });
  const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
  const page = `<p>${base64(zipSync({ a: strToU8(`"${base64(`x${note}`)}"`) }))}</p>`;
  const xml = TOKEN.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;');
  for (const text of [note, encodeURIComponent(TOKEN), page, `"${base64(gzipSync(note))}"`, xml]) {
    expect(disclosed(Buffer.from(text), [TOKEN])).not.toEqual([]);
    expect(disclosed(Buffer.from(text), [SK])).toEqual([]);
  }
});

/** Runs against a target, and looks at all that was written and printed. */
async function expectNothingShown(
  start: () => Promise<Failing>,
  credentials: Readonly<Record<string, string>>,
  code: number,
  run: (environment: Readonly<Record<string, string>>) => Promise<Ended>,
): Promise<void> {
  const target = await start();
  const ended = await run({
    // By name: then Node prints the options of each request, headers and all.
    ...liveSettings(target.endpoint.replace('127.0.0.1', 'localhost')),
    MODELARTS_REQUEST_TIMEOUT_MS: '1000',
    MODELARTS_SETTLE_TIMEOUT_MS: '8000',
    ...credentials,
    ...DEBUG,
  });
  await target.close();
  expect(ended.code).toBe(code);
  const reports = test.info().outputPath('reports');
  const recorded = signaturesIn(`${reports}/evidence.har`);
  expect(recorded).toEqual(expect.arrayContaining([...target.signatures()]));
  const secrets = [TOKEN, SK, SECURITY_TOKEN, ...recorded];
  const printed = ended.stdout + ended.stderr;
  expect(printed).toMatch(/^(HTTP|NET) \d+: /m);
  expect(printed).toContain('[REDACTED]');
  expect(disclosed(Buffer.from(printed), secrets)).toEqual([]);
  expect(disclosing(reports, secrets)).toEqual([]);
  expect(readFileSync(`${reports}/evidence.har`, 'utf8')).toContain('[REDACTED]');
}

/** The signatures of all requests that were signed, those that reached nobody too. */
function signaturesIn(har: string): readonly string[] {
  // What the suite wrote a moment ago.
  const { log } = JSON.parse(readFileSync(har, 'utf8')) as { log: { entries: readonly HarEntry[] } };
  return log.entries.flatMap(({ request }) => {
    const date = request.headers.find(({ name }) => name === 'X-Sdk-Date')?.value;
    if (date === undefined) return [];
    const { host, pathname } = new URL(request.url);
    const headers = [
      ['host', host],
      ['X-Sdk-Date', date],
      ['X-Security-Token', SECURITY_TOKEN],
    ] as const;
    const body = request.postData?.text ?? '';
    const signed = authorization(
      { method: request.method, path: pathname, query: [], headers, body },
      'an-access-key',
      SK,
    );
    return [signed.slice(-64)];
  });
}
