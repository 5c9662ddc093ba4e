import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import type { Ended } from './command.ts';
import { npm } from './npm.ts';
import { copyTracked } from './project-copy.ts';

const INSTALL = ['--no-audit', '--no-fund', '--prefer-offline'];

let clone: string;

/** Runs npm in the clone. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return npm({ path: (name) => join(clone, name) }, args, environment);
}

/** What `npm run conformance` ends in, and the sentence that says what to run. */
async function remedy(environment: Readonly<Record<string, string>> = {}): Promise<readonly unknown[]> {
  const { code, stdout, stderr } = await run(['run', '--silent', 'conformance'], environment);
  expect(stdout).toBe('');
  return [code, /run `([^`]*)`\.$/m.exec(stderr)?.[1]];
}

test.beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'conformance-tests-clone-'));
  copyTracked(clone);
});

test.afterEach(() => rmSync(clone, { recursive: true, force: true }));

const PARTLY: readonly (readonly [
  options: readonly string[],
  environment: Record<string, string>,
  right: string,
])[] = [
  [['--ignore-scripts'], {}, 'npm run build'],
  [['--omit=dev'], {}, 'npm ci --include=dev'],
  [[], { NODE_ENV: 'production' }, 'npm ci --include=dev'],
  [['--omit=dev', '--ignore-scripts'], {}, 'npm ci --include=dev'],
  [['--omit=optional'], {}, 'npm ci --include=dev --include=optional'],
];

for (const [options, environment, right] of PARTLY) {
  const written = [
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    'npm ci',
    ...options,
  ];
  test(`\`${written.join(' ')}\` ends in 0, the run then in 4 with what to run, and that helps${longIf(options.join() !== '--omit=dev')}`, async () => {
    const installed = await run(['ci', ...INSTALL, ...options], environment);
    expect([installed.code, installed.stderr]).toEqual([0, expect.any(String)]);
    expect(await remedy(environment)).toEqual([4, right]);
    const [, ...args] = right.split(' ');
    expect((await run([...args, ...(args[0] === 'ci' ? INSTALL : [])], environment)).code).toBe(0);
    const { code, stdout } = await run(['run', 'conformance', '--', '--runner', 'direct'], environment);
    expect([code, stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
  });
}

test('in a fresh clone a run ends in 4 with what to run; after a change that does not compile too @slow', async () => {
  expect(await remedy()).toEqual([4, 'npm ci --include=dev']);
  const source = join(clone, 'src/app/cli/run.ts');
  const before = readFileSync(source);
  writeFileSync(source, 'no TypeScript');
  expect((await run(['ci', ...INSTALL])).code).toBe(0);
  expect(await remedy()).toEqual([4, 'npm run build']);
  expect((await run(['run', 'build'])).code).toBe(1);
  writeFileSync(source, before);
  expect((await run(['run', 'build'])).code).toBe(0);
  expect((await run(['run', 'conformance', '--', '--runner', 'direct'])).code).toBe(0);
});
