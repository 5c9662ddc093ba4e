import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { renderedAgain } from '../../src/app/cli/report.ts';
import { publicPem } from '../../src/app/evidence/sealed/keys.ts';
import { sha256OfBytes } from '../../src/engine/contract/digest.ts';
import { largePool } from '../bounds/payloads.ts';
import { liveSettings } from '../campaign/run.ts';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { KINDS, type Kind } from './kinds.ts';
import { packedHere, ranHere, verifiedHere } from './packed.ts';
import { outcomesIn, pack, runOf, unpacked, verifyAlone } from './runs.ts';

test('a run is packed, and verified with the outcomes that it had', async () => {
  const dir = await ranHere({ mock: { deviation: 'missing-phase' } });
  const zip = await packedHere(dir);
  const said = JSON.parse(readFileSync(join(dir, 'conformance.json'), 'utf8'));
  expect(await verifiedHere(zip)).toMatchObject({
    ...{ exitCode: 0, problems: [], outcomes: [], verdict: said.verdict, signature: 'not signed' },
    ...{ manifest: { run: said.run.id, verdict: 'non-conformant' }, ownDescription: true },
  });
  expect(outcomesIn(JSON.parse(unpacked(zip, 'reports/conformance.json').toString()))).toEqual(
    outcomesIn(said),
  );
  expect((await verifyAlone(zip)).code).toBe(0);
});

test('the file that checks a pack is below 600 KB', () => {
  expect(
    statSync(fileURLToPath(new URL('../../dist/evidence/verify.mjs', import.meta.url))).size,
  ).toBeLessThan(600_000);
});

for (const kind of KINDS) {
  test(`a run ${kind.what} is packed, and verified by Node alone without a network @slow`, async () => {
    const run = await runOf(kind);
    expect([run.code, run.stderr]).toEqual([kind.code, '']);
    expect(run.report).toMatchObject(kind.report);
    const zip = await packedHere(run.dir);
    expect(readdirSync(dirname(zip)).filter((name) => name.includes('unfinished'))).toEqual([]);
    const json = JSON.parse(unpacked(zip, 'reports/conformance.json').toString());
    expect(outcomesIn(json)).toEqual(outcomesIn(run.report));
    const verified = await verifyAlone(zip);
    expect([verified.code, verified.stdout, verified.stderr]).toEqual([
      0,
      expect.stringContaining('F.zip: the evidence gives the same.'),
      '',
    ]);
    expect(verified.stdout).toContain(`${run.report.verdict}; the rules say ${run.report.verdict}`);
    const rendered = Object.entries(await renderedAgain(run.dir));
    expect(rendered.map(([name]) => name).sort()).toEqual([
      'conformance.html',
      'conformance.md',
      'junit.xml',
    ]);
    for (const [name, text] of rendered)
      expect([name, sha256OfBytes(Buffer.from(text))]).toEqual([
        name,
        sha256OfBytes(readFileSync(join(run.dir, name))),
      ]);
  });
}

test('`report` writes the pages of a run again, byte for byte @slow', async () => {
  const dir = await ranHere({ mock: { deviation: 'missing-phase' } });
  const [page, json] = ['conformance.html', 'conformance.json'].map((name) => join(dir, name));
  const [before, said] = [readFileSync(page ?? ''), readFileSync(json ?? '')];
  rmSync(page ?? '');
  const { code, stdout, stderr } = await conformance(['report', dir]);
  expect([code, stderr, stdout]).toEqual([0, '', expect.stringContaining('conformance.html')]);
  expect(readFileSync(page ?? '').equals(before)).toBe(true);
  expect(readFileSync(json ?? '').equals(said)).toBe(true);
});

test('a pack that is signed by `--key` is verified by openssl, and by its key alone @slow', async () => {
  const { dir } = await runOf(kindOf('that is green'));
  const path = (name: string) => test.info().outputPath(name);
  const [{ privateKey, publicKey }, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  writeFileSync(path('private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect((await pack(dir, path('F.zip'), ['--key', path('private.pem')])).code).toBe(0);
  for (const name of ['MANIFEST.json', 'MANIFEST.sig', 'signed-by.pem'])
    writeFileSync(path(name), unpacked(path('F.zip'), name));
  const line = 'pkeyutl -verify -pubin -inkey signed-by.pem -rawin -in MANIFEST.json -sigfile MANIFEST.sig';
  const openssl = spawnSync('openssl', line.split(' '), { cwd: path('.'), encoding: 'utf8' });
  expect([openssl.status, openssl.stdout]).toEqual([0, 'Signature Verified Successfully\n']);
  for (const [key, code] of [
    [publicKey, 0],
    [other.publicKey, 5],
  ] as const) {
    writeFileSync(path('key.pem'), publicPem(key));
    expect((await verifyAlone(path('F.zip'), ['--key', path('key.pem')])).code).toBe(code);
  }
});

test('a run against a pool of 10,000 is packed and verified, masked and whole @long', async () => {
  const kind = kindOf('of a pool whose List is long');
  const { dir, code } = await runOf({ ...kind, disturb: () => largePool(10_000), settings: patient });
  expect(code).toBe(0);
  for (const [name, args] of [
    ['masked.zip', []],
    ['whole.zip', ['--whole']],
  ] as const) {
    const zip = test.info().outputPath(name);
    const packed = await pack(dir, zip, args);
    expect([packed.code, packed.stderr]).toEqual([0, '']);
    expect((await verifyAlone(zip)).code).toBe(0);
  }
});

/** Of a busy machine. */
function patient(endpoint: string) {
  return {
    ...liveSettings(endpoint),
    MODELARTS_REQUEST_TIMEOUT_MS: '120000',
    MODELARTS_SETTLE_TIMEOUT_MS: '60000',
  };
}

function kindOf(what: string): Kind {
  const kind = KINDS.find((one) => one.what === what);
  if (kind === undefined) throw new Error(`There is no kind of run ${what}.`);
  return kind;
}

test('a run is packed to the same bytes wherever and whenever, masked and whole @slow', async () => {
  const { dir } = await runOf(kindOf('that is red by an effect'));
  for (const whole of [[], ['--whole']]) {
    const [here, there] = ['here', 'there'].map((name) =>
      test.info().outputPath(`${name}${whole.length}.zip`),
    ) as [string, string];
    expect((await pack(dir, here, whole)).code).toBe(0);
    const zone = { TZ: 'Pacific/Chatham', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' };
    expect((await pack(dir, there, whole, zone)).code).toBe(0);
    expect(readFileSync(there).equals(readFileSync(here))).toBe(true);
    expect((await verifyAlone(here)).code).toBe(0);
  }
});
