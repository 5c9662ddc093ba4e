import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pack as packCommand } from '../../src/app/cli/pack.ts';
import { linesOf } from '../../src/app/cli/usage-error.ts';
import { sha256OfBytes } from '../../src/engine/contract/digest.ts';
import { MOCK_SERVER } from '../../src/lifecycle/walk/mock-name.ts';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';
import type { Loose } from './forged.ts';
import { ranHere } from './packed.ts';

const LOOPBACK = { allowLoopback: true };

/** Why a folder is not packed; what is left beside the zip that was to be. */
async function refusal(
  dir: string,
  options: object = LOOPBACK,
): Promise<readonly [string, readonly string[]]> {
  const folder = test.info().outputPath('out');
  mkdirSync(folder, { recursive: true });
  const before = readdirSync(folder);
  const said = await packCommand({ reports: dir, out: join(folder, 'F.zip'), ...options }).then(
    () => 'packed',
    (error: Error) => `${error.name}: ${linesOf(error).join('\n')}`,
  );
  return [said, readdirSync(folder).filter((name) => !before.includes(name))];
}

/** Changes what a report says, and the sum that the run left of it. */
function report(dir: string, change: (value: Loose) => void): void {
  const file = join(dir, 'conformance.json');
  const value = JSON.parse(readFileSync(file, 'utf8'));
  change(value);
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** What is done to the folder of a green run, and the sentence that it earns. */
const REFUSED: Readonly<
  Record<string, readonly [spoil: (dir: string, other: string) => unknown, says: RegExp]>
> = {
  'was against a mock': [
    (dir) => report(dir, ({ target }) => (target.mock = true)),
    /^UsageError: The run was against a mock, .*; right would be a run against a live one\.$/,
  ],
  'is inconclusive': [
    (dir) => report(dir, (one) => Object.assign(one, { verdict: 'inconclusive', reason: 'It timed out.' })),
    /^UsageError: The run is inconclusive: It timed out\. Right would be one with a verdict\.$/,
  ],
  'was interrupted': [
    (dir) => report(dir, (one) => (one.interrupted = true)),
    /^UsageError: The run was interrupted; right would be/,
  ],
  'ended with a fault': [
    (dir) => report(dir, ({ run }) => (run.exitCode = 4)),
    /^UsageError: The run ended with a fault of the suite itself; right would be/,
  ],
  'is of another version': [
    (dir) => {
      report(dir, ({ suite }) => (suite.version = '0.0.1'));
      resum(dir, 'conformance.json');
    },
    /^UsageError: The run was made by version 0\.0\.1, this is .*; right would be the same\.$/,
  ],
  'has a report of another one': [
    (dir, other) => cpSync(join(other, 'conformance.json'), join(dir, 'conformance.json')),
    /^UsageError: The files are of two runs: /,
  ],
  'has evidence of another one': [
    (dir, other) => cpSync(join(other, 'evidence.har'), join(dir, 'evidence.har')),
    /^UsageError: `evidence\.har` was changed since the run\.$/,
  ],
  'has sums of another one': [
    (dir, other) => cpSync(join(other, 'evidence'), join(dir, 'evidence'), { recursive: true }),
    /^UsageError: The files are of two runs: /,
  ],
  'has a page that was changed': [
    (dir) => appendFileSync(join(dir, 'conformance.html'), ' '),
    /^UsageError: `conformance\.html` was changed since the run\.$/,
  ],
  'has waivers that were changed': [
    (dir) => appendFileSync(join(dir, 'evidence/waivers.yaml'), '\n'),
    /^UsageError: `evidence\/waivers\.yaml` was changed since the run\.$/,
  ],
  'lacks a page': [
    (dir) => rmSync(join(dir, 'conformance.md')),
    /^UsageError: `conformance\.md`, which the run wrote, is missing\.$/,
  ],
  'lacks its description': [
    (dir) => rmSync(join(dir, 'evidence/specs'), { recursive: true }),
    /^UsageError: .*specs\/.*cannot be read \(`ENOENT`\); right would be the folder of a run that is over\.$/,
  ],
  'has no salt': [
    (dir) => rmSync(join(dir, 'evidence/salt')),
    /^UsageError: .*evidence\/salt.* cannot be read \(`ENOENT`\); right would be/,
  ],
  'has a salt that is none': [
    (dir) => writeFileSync(join(dir, 'evidence/salt'), ''),
    /^UsageError: .*evidence\/salt.* is not what a run leaves; right would be/,
  ],
  'has no sums': [
    (dir) => rmSync(join(dir, 'evidence/sums.json')),
    /^UsageError: There is no `evidence\/sums\.json`: /,
  ],
  'has sums that are none': [
    (dir) => writeFileSync(join(dir, 'evidence/sums.json'), '{"run": 7}'),
    /^UsageError: `evidence\/sums\.json` is not what a run writes\.$/,
  ],
  'has sums that lead elsewhere': [
    (dir) =>
      writeFileSync(
        join(dir, 'evidence/sums.json'),
        readFileSync(join(dir, 'evidence/sums.json'), 'utf8').replace('conformance.md', '../conformance.md'),
      ),
    /^UsageError: `evidence\/sums\.json` is not what a run writes\.$/,
  ],
  'has sums that leave files out': [
    (dir) => {
      const file = join(dir, 'evidence/sums.json');
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), files: [] }));
      appendFileSync(join(dir, 'conformance.html'), ' ');
    },
    /^UsageError: `evidence\/sums\.json` has no sum of `conformance\.html`/,
  ],
  'is under way': [
    (dir) => mkdirSync(join(dir, '.run')),
    /^UsageError: A run is under way in that folder, or one was killed there\.$/,
  ],
  'left a report that is no JSON': [
    (dir) => writeFileSync(join(dir, 'conformance.json'), '{'),
    /^UsageError: `reports\/conformance\.json` is no JSON\. Right would be/,
  ],
  'left a HAR that is none': [
    (dir) => writeFileSync(join(dir, 'evidence.har'), '{}'),
    /^UsageError: .*The HAR file does not begin as this version of the suite writes it/,
  ],
  'left a page at an outcome that the rules do not give': [
    (dir) => {
      report(dir, ({ requirements }) => (requirements[0].outcome = 'failed'));
      resum(dir, 'conformance.json');
    },
    /^UsageError: What the run recorded gives another outcome than its report has at `/,
  ],
  'left nothing': [
    (dir) => rmSync(dir, { recursive: true }),
    /^UsageError: .*conformance\.json.* cannot be read \(`ENOENT`\); right would be the folder of a run that is over\.$/,
  ],
};

/** Writes the sum of a file that was changed, as whoever forges a folder may. */
function resum(dir: string, path: string): void {
  const file = join(dir, 'evidence/sums.json');
  const sums = JSON.parse(readFileSync(file, 'utf8'));
  for (const one of sums.files.filter((each: Loose) => each.path === path))
    one.sha256 = sha256OfBytes(readFileSync(join(dir, path)));
  writeFileSync(file, JSON.stringify(sums));
}

test('a run is not packed where that would prove nothing, and nothing is left of it @slow', async () => {
  const [green, other] = [await ranHere({}), await ranHere({}, 'other')];
  for (const [what, [spoil, says]] of Object.entries(REFUSED)) {
    const dir = test.info().outputPath('spoilt');
    rmSync(dir, { recursive: true, force: true });
    cpSync(green, dir, { recursive: true });
    spoil(dir, other);
    expect.soft(await refusal(dir), what).toEqual([expect.stringMatching(says), []]);
  }
  const [said] = await refusal(green, {});
  expect(said).toMatch(
    /^UsageError: The endpoint was on this machine \(`http:\/\/127\.0\.0\.1:\d+`\), .*--allow-loopback/,
  );
  const wrongKeys = { 'key.pem': 'no key', 'public.pem': pem('public'), 'ec.pem': pem('ec') };
  for (const [name, text] of Object.entries(wrongKeys)) {
    const key = test.info().outputPath(name);
    writeFileSync(key, text);
    expect
      .soft(await refusal(green, { ...LOOPBACK, key }), name)
      .toEqual([expect.stringMatching(/^UsageError: .*right would be/), []]);
  }
  const something = test.info().outputPath('out', 'F.zip');
  writeFileSync(something, 'Something else.');
  expect(await refusal(green)).toEqual([
    expect.stringMatching(/^UsageError: `--out` is .*, which holds something else; right would be/),
    [],
  ]);
  expect(readFileSync(something, 'utf8')).toBe('Something else.');
});

test('a mock is known by its name, the embedded one too, and a secret is in no pack @slow', async () => {
  const named = await ranHere({ mock: { server: MOCK_SERVER } });
  expect(await refusal(named)).toEqual([expect.stringContaining('The run was against a mock'), []]);
  const dir = test.info().outputPath('embedded');
  expect(
    (await conformance(['run', '--mock', '--runner', 'direct'], { CONFORMANCE_REPORTS_DIR: dir })).code,
  ).toBe(0);
  const packed = await conformance(['pack'], { CONFORMANCE_REPORTS_DIR: dir });
  expect([packed.code, packed.stderr]).toEqual([2, expect.stringContaining('The run was against a mock')]);
  const green = await ranHere({}, 'green');
  // A secret of today, which the run did not know.
  const secret = { MODELARTS_AUTH_TOKEN: 'No such plug-in' };
  const out = test.info().outputPath('secret.zip');
  const held = await conformance(['pack', '--reports', green, '--out', out, '--allow-loopback'], secret);
  expect([held.code, held.stderr]).toEqual([
    2,
    expect.stringMatching(/`reports\/.*` holds a secret of the settings/),
  ]);
  expect(existsSync(out)).toBe(false);
});

function pem(kind: 'public' | 'ec'): string {
  const keys =
    kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return kind === 'public'
    ? keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    : keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
