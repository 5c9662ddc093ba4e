import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { BUILT, CONFIG, PLAYWRIGHT, playwright, start } from './command.ts';
import { poolOf } from './pool-of.ts';
import { copyProject } from './project-copy.ts';

const TOKEN = 'canary-4f1d0f2c9b';
const FILES = [
  'conformance.html',
  'conformance.json',
  'conformance.md',
  'evidence',
  'evidence.har',
  'junit.xml',
];
const report = (...names: readonly string[]) => test.info().outputPath('reports', ...names);

function verdict(): Report['verdict'] {
  const { verdict: found }: Report = JSON.parse(readFileSync(report('conformance.json'), 'utf8'));
  return found;
}

for (const reporter of ['line', 'json', 'html', 'junit']) {
  test(`under \`--reporter=${reporter}\` the run is judged, written and tidied up all the same${longIf(reporter === 'line' || reporter === 'junit')}`, async () => {
    const { code, stdout, stderr } = await playwright(['--project=conformance', `--reporter=${reporter}`]);
    expect(code).toBe(0);
    // Standard output is the other reporter's.
    expect(stderr).toContain('✓ CONFORMANT');
    expect(stdout).not.toContain('CONFORMANT');
    if (reporter === 'json') expect(JSON.parse(stdout).stats).toMatchObject({ expected: 8, unexpected: 0 });
    expect(readdirSync(report()).sort()).toEqual([
      '.playwright',
      ...FILES,
      'ledger.ndjson',
      // Wherever Playwright would write its page otherwise.
      ...(reporter === 'html' ? ['playwright'] : []),
    ]);
    expect(verdict()).toBe('conformant');
  });
}

test('what another reporter wrote below the reports directory is looked through as the process ends @slow', async () => {
  const mock = await startMock({ tokens: [TOKEN] });
  const copy = copyProject();
  const line = `test.info().annotations.push({ type: 'x', description: process.env.MODELARTS_AUTH_TOKEN })`;
  copy.replace(
    'tests/conformance/delete-plugin.spec.ts',
    /$(?![\s\S])/,
    `\ntest.afterEach(async ({}) => { ${line}; });\n`,
  );
  mkdirSync(report('by-others'), { recursive: true });
  writeFileSync(report('.env'), `MODELARTS_AUTH_TOKEN=${TOKEN}`);
  const environment = {
    ...liveSettings(mock.endpoint),
    MODELARTS_AUTH_TOKEN: TOKEN,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report('by-others', 'results.json'),
  };
  const args = ['--project=conformance', '--reporter=json'];
  const { code, stdout, stderr } = await playwright(args, environment, copy.path('playwright.config.ts'));
  await mock.close();
  expect(code).toBe(1);
  expect(stderr).toContain(
    `\`${report('by-others', 'results.json')}\` held a secret of this run and was removed.`,
  );
  expect(readdirSync(report('by-others'))).toEqual([]);
  expect(stdout + stderr).not.toMatch(/canary|CONFORMANT/);
  // What the user keeps there is no report.
  expect(readFileSync(report('.env'), 'utf8')).toContain(TOKEN);
});

test('`--list` lists: nothing is sent, removed or written @slow', async () => {
  const mock = await startMock();
  mkdirSync(report('playwright'), { recursive: true });
  for (const name of ['conformance.json', 'playwright/index.html']) writeFileSync(report(name), 'earlier');
  const before = readdirSync(report(), { recursive: true });
  const { code, stdout, stderr } = await playwright(['--list'], liveSettings(mock.endpoint));
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Listing tests:\n(.*› .*\n){8}Total: 8 tests in 1 file\n$/);
  expect(mock.requests()).toBe(0);
  expect(readdirSync(report(), { recursive: true })).toEqual(before);
  expect(readFileSync(report('playwright', 'index.html'), 'utf8')).toBe('earlier');
  await mock.close();
});

const REFUSED = [
  ...['--retries=1', '--repeat-each=2', '--shard=1/2', '--workers=2', '--fully-parallel'],
  ...[
    '--global-timeout=60000',
    '--timeout=60000',
    '--pass-with-no-tests',
    '--only-changed',
    '--only-changed=HEAD',
  ],
];

for (const option of REFUSED) {
  test(`\`${option}\` over one walk is refused with a sentence, before anything is said, sent or removed @slow`, async () => {
    const mock = await startMock();
    mkdirSync(report('.playwright'), { recursive: true });
    for (const name of ['conformance.json', '.playwright/trace.zip']) writeFileSync(report(name), 'earlier');
    const { code, stdout, stderr } = await playwright(option.split('='), liveSettings(mock.endpoint));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      new RegExp(`^.?Error: \`${option.split('=')[0]}\` cannot be used here: [^\\n]*\\.\\]?\\n$`),
    );
    expect(mock.requests()).toBe(0);
    expect(readdirSync(report(), { recursive: true }).sort()).toEqual([
      '.playwright',
      '.playwright/trace.zip',
      'conformance.json',
    ]);
    await mock.close();
  });
}

test('options that change nothing of the walk are taken @slow', async () => {
  const args = ['--retries', '0', '-j', '1', '--timeout=0', '--global-timeout=0', '--repeat-each=1'];
  expect((await playwright(args)).code).toBe(0);
  expect(verdict()).toBe('conformant');
});

const PARTS = [
  ['--grep', 'ill-formed|does not exist|undocumented'],
  ['delete-plugin.spec.ts:21', 'delete-plugin.spec.ts:22'],
] as const;

for (const args of PARTS) {
  test(`a selection by \`${args[0]}\` is no verdict and fails${longIf(args[0] !== '--grep')}`, async () => {
    const mock = await startMock();
    const before = await poolOf(mock);
    // A place in a file is one of the file that a clone has.
    const config = args[0] === '--grep' ? BUILT : CONFIG;
    const { code, stdout, stderr } = await playwright(args, liveSettings(mock.endpoint), config);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('2 of 8 scenarios ran: no verdict.');
    expect(stdout + stderr).not.toContain('fault of the suite');
    expect(verdict()).toBe('inconclusive');
    // The refusals had an instance, and nothing of the selection deleted it.
    expect(await poolOf(mock)).toEqual(before);
    await mock.close();
  });
}

test('a violation that a selection saw stays one @slow', async () => {
  const mock = await startMock({ deviation: 'stack-trace' });
  const before = await poolOf(mock);
  const args = ['--reporter=line', '--grep', 'ill-formed'];
  const { code, stdout, stderr } = await playwright(args, liveSettings(mock.endpoint));
  expect(code).toBe(1);
  expect(stdout + stderr).toContain('1 of 8 scenarios ran: no verdict; a violation that was seen stays one.');
  expect(verdict()).toBe('non-conformant');
  expect(await poolOf(mock)).toEqual(before);
  await mock.close();
});

test('a selection without a scenario fails, and nothing is sent @slow', async () => {
  const mock = await startMock();
  const { code, stdout, stderr } = await playwright(
    ['--grep', 'no such scenario'],
    liveSettings(mock.endpoint),
  );
  expect([code, mock.requests()]).toEqual([1, 0]);
  expect(stdout + stderr).toContain('0 of 8 scenarios ran: no verdict.');
  await mock.close();
});

test('another copy of Playwright than that of the suite ends in exit 2, and both versions are named @slow', async () => {
  const modules = dirname(dirname(dirname(PLAYWRIGHT)));
  const other = test.info().outputPath('other', 'node_modules');
  for (const name of ['playwright', 'playwright-core', '@playwright/test'])
    cpSync(join(modules, name), join(other, name), { recursive: true });
  const manifest = join(other, 'playwright/package.json');
  const { version, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...rest, version: '1.0.0' }));
  const args = ['test', '--config', BUILT, '--project=conformance'];
  const { code, stderr } = await start(args, {}, join(other, '@playwright/test/cli.js')).ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining('Playwright `1.0.0` in ')]);
  expect(stderr).toContain(`is run by its own \`${version}\``);
  expect(existsSync(report())).toBe(false);
});
