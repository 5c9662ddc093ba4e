import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { type Ended, start } from './command.ts';

const place = (...parts: readonly string[]) => test.info().outputPath(...parts);

/** Runs a command in a folder of the test's own, where nothing is set but in a `.env`. */
function runIn(folder: string, args: readonly string[] = ['run', '--runner', 'direct']): Promise<Ended> {
  return start(args, {}, undefined, folder).ended;
}

function expectRefusal({ code, stdout, stderr }: Ended, told: string | RegExp): void {
  expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout).not.toContain('·');
  expect(existsSync(place('reports', 'conformance.json'))).toBe(false);
}

const TEXT = 'MODELARTS_ENDPOINT=https://modelarts.eu-de.example.com\r\n';
const NO_UTF8 = /^Line 1 of `\.env` is no UTF-8, .*; right would be the file in UTF-8\.$/m;

/** The bytes of a text, each pair the other way round. */
function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const FILES: Readonly<Record<string, { readonly bytes: Buffer; readonly told: RegExp }>> = {
  'in UTF-16': { bytes: Buffer.from(TEXT, 'utf16le'), told: NO_UTF8 },
  'in UTF-16 with a mark': { bytes: Buffer.from(`\u{feff}${TEXT}`, 'utf16le'), told: NO_UTF8 },
  'in UTF-16, big end first': { bytes: bigEndian(TEXT), told: NO_UTF8 },
  'in UTF-16, big end first, with a mark': { bytes: bigEndian(`\u{feff}${TEXT}`), told: NO_UTF8 },
  'in Latin-1': {
    bytes: Buffer.from(`# ours\n# für alle\n${TEXT}`, 'latin1'),
    told: /^Line 2 of `\.env` is no UTF-8, /,
  },
  'with a line of a Windows shell': {
    bytes: Buffer.from(`# ours\r\nset ${TEXT}`),
    told: /^Line 2 of `\.env`: it names `MODELARTS_ENDPOINT` and is not read; /,
  },
  'in lower case': {
    bytes: Buffer.from(TEXT.toLowerCase()),
    told: /^Line 1 of `\.env`: `modelarts_endpoint` is no setting; did you mean `MODELARTS_ENDPOINT`\?$/m,
  },
};

for (const [at, [what, { bytes, told }]] of Object.entries(FILES).entries()) {
  test(`a \`.env\` ${what} ends a run in exit 2, and the mock is not tested instead${slowIf(isStoodFor(at))}`, async () => {
    writeFileSync(place('.env'), bytes);
    expectRefusal(await runIn(place()), told);
  });
}

test('the same under Playwright, and in a run against the mock by name @slow', async () => {
  writeFileSync(place('.env'), `export -n ${TEXT}`);
  for (const args of [['run'], ['run', '--mock'], ['run', '--plan'], ['sweep']]) {
    expectRefusal(await runIn(place(), args), /^Line 1 of `\.env`: it names `MODELARTS_ENDPOINT`/);
  }
});

const NO_FILE: Readonly<Record<string, readonly [make: (path: string) => void, told: RegExp]>> = {
  'a folder': [(path) => mkdirSync(path), /^`\.env` is a folder; right would be a file/],
  'a pipe': [(path) => execFileSync('mkfifo', [path]), /^`\.env` is no regular file; right would be a file/],
  'a link to a device': [(path) => symlinkSync('/dev/null', path), /^`\.env` is no regular file; /],
  'a link to nothing': [(path) => symlinkSync('nowhere', path), /^`\.env` cannot be read \(`ENOENT`\); /],
  'a link to itself': [
    (path) => symlinkSync('.env', path),
    /^`\.env` cannot be read \(`ELOOP`\); right would be /,
  ],
};

for (const [at, [what, [make, told]]] of Object.entries(NO_FILE).entries()) {
  test(`a \`.env\` that is ${what} ends a run in exit 2${slowIf(isStoodFor(at))}`, async () => {
    make(place('.env'));
    expectRefusal(await runIn(place()), told);
  });
}

test('a `.env` that is read is the target, also with a mark and the line ends of Windows', async () => {
  const mock = await startMock();
  await mock.close();
  const lines = Object.entries(liveSettings(mock.endpoint)).map(([name, value]) => `${name}=${value} # ours`);
  writeFileSync(place('.env'), `\u{feff}${lines.join('\r\n')}`);
  const { code, stdout } = await runIn(place());
  expect([code, stdout]).toEqual([3, expect.stringContaining(`at ${mock.endpoint}`)]);
});

/** A package with a folder in a folder; the path of the innermost. */
function makePackage(): string {
  const inner = place('package', 'jobs', 'nightly');
  mkdirSync(inner, { recursive: true });
  writeFileSync(place('package', 'package.json'), '{}');
  return inner;
}

for (const [where, text] of [
  ['package/.env', `# ours\n${TEXT}`],
  ['package/jobs/.env', `# ours\nset ${TEXT}`],
  ['package/jobs/.env', Buffer.from(`# ours\n${TEXT}`, 'utf16le')],
  ['package/.env', '# ours\nconformance_strict=true'],
] as const) {
  test(`without an endpoint \`${where}\` with ${JSON.stringify(text.toString())} is an error${slowIf(text !== `# ours\n${TEXT}`)}`, async () => {
    const inner = makePackage();
    writeFileSync(place(where), text);
    const told = new RegExp(`^Line 2 of \`${place(where)}\` names \`[A-Z_]+\`, .*; right would be `);
    expectRefusal(await runIn(inner), told);
    expectRefusal(await runIn(inner, ['sweep']), told);
    const byName = await runIn(inner, ['run', '--mock', '--runner', 'direct']);
    expect([byName.code, byName.stderr]).toEqual([0, '']);
  });
}

test('a `.env` above is no error where it names nothing of ours, is a folder, or is beyond the package @slow', async () => {
  const inner = makePackage();
  writeFileSync(place('.env'), TEXT);
  writeFileSync(place('package', '.env'), `# ${TEXT}OTHER=x\n`);
  mkdirSync(join(inner, '..', '.env'));
  const { code, stderr } = await runIn(inner);
  expect([code, stderr]).toEqual([0, '']);
});

test('a `.env` above is no error where an endpoint is set', async () => {
  const mock = await startMock();
  await mock.close();
  const inner = makePackage();
  writeFileSync(place('package', '.env'), TEXT);
  const { code } = await start(['run', '--runner', 'direct'], liveSettings(mock.endpoint), undefined, inner)
    .ended;
  expect(code).toBe(3);
});
