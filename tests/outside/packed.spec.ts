import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Ended } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { installed } from './install.ts';
import { inFolder, pack, userFolder } from './packed.ts';

const NAME = 'modelarts-plugin-conformance';
const FILE = `${NAME}-0.1.0.tgz`;
const MOST_BYTES = 1_500_000;
const MOST_PACKAGES = 60;

/** What stands at the top of a package, and nothing else does. */
const TOP =
  /^(?:bin|ci|dist|schemas|specs)\/|^(?:README|CHANGELOG|SECURITY)\.md$|^(?:npm-shrinkwrap|package)\.json$/;

// One pack for all of them.
test.describe.configure({ mode: 'serial' });

let packed: string;

const folder = (name: string) => test.info().outputPath(name);

async function packedHere(): Promise<string> {
  if (packed === undefined || !existsSync(packed)) {
    const place = join(test.info().project.outputDir, 'packed');
    await pack(place);
    packed = join(place, FILE);
  }
  return packed;
}

/** Runs the suite by a package manager, once with each runner. */
async function expectBothRunners(run: (...args: readonly string[]) => Promise<Ended>, reports: string) {
  for (const runner of ['direct', 'playwright']) {
    const { code, stdout, stderr } = await run('run', '--mock', '--runner', runner);
    expect([runner, code, stderr]).toEqual([runner, 0, expect.any(String)]);
    expect(stdout).toContain('77 requirements: 77 passed');
    expect(readdirSync(reports)).toEqual(
      expect.arrayContaining([
        'conformance.html',
        'conformance.json',
        'evidence.har',
        'junit.xml',
        'ledger.ndjson',
      ]),
    );
    expect(existsSync(join(reports, 'playwright/index.html'))).toBe(runner === 'playwright');
  }
}

test.beforeEach(() => test.setTimeout(600_000));

test('a pack holds what runs and nothing else, is small, and is the same each time @slow', async () => {
  const first = await packedHere();
  const again = folder('again');
  await pack(again);
  expect(readFileSync(join(again, FILE)).equals(readFileSync(first))).toBe(true);
  expect(statSync(first).size).toBeLessThan(MOST_BYTES);
  const names = execFileSync('tar', ['tzf', first], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((name) => name.replace(/^package\//, ''));
  expect(names.filter((name) => !TOP.test(name) || /\.(?:map|cache)$/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['bin/conformance.mjs', 'npm-shrinkwrap.json', 'README.md']));
  const read = (name: string) =>
    JSON.parse(execFileSync('tar', ['xzOf', first, `package/${name}`], { encoding: 'utf8' }));
  const built: readonly string[] = Object.keys(read('dist/built.json').files);
  expect(names.filter((name) => name.startsWith('dist/')).sort()).toEqual(
    ['built.json', ...built].map((name) => `dist/${name}`).sort(),
  );
  const locked = Object.entries<Record<string, unknown>>(read('npm-shrinkwrap.json').packages);
  expect(locked.length).toBeLessThanOrEqual(MOST_PACKAGES);
  expect(locked.filter(([, one]) => one['dev'] === true || 'resolved' in one)).toEqual([]);
  // What is for another system is not installed here.
  const here = locked.filter(([path, one]) => path !== '' && one['optional'] !== true);
  const sbom = JSON.parse(readFileSync(join(again, `${NAME}-0.1.0.cdx.json`), 'utf8'));
  expect([sbom.bomFormat, sbom.metadata.component.name, sbom.components.length]).toEqual([
    'CycloneDX',
    NAME,
    here.length,
  ]);
});

test('under npm it runs from a folder that may only be read, with blanks and 插件 in its path @slow', async () => {
  const from = userFolder('with blanks/插件', {
    'playwright.config.ts': `import config from '${NAME}/playwright';\n\nexport default config;\n`,
  });
  const installs = await inFolder(from, [
    'npm',
    'install',
    '--save-dev',
    '--no-audit',
    '--no-fund',
    await packedHere(),
  ]);
  expect([installs.code, installs.stderr]).toEqual([0, expect.any(String)]);
  chmodSync(from, 0o555);
  const reports = folder('elsewhere');
  const run = (...args: readonly string[]) =>
    inFolder(from, ['npx', 'conformance', ...args], { CONFORMANCE_REPORTS_DIR: reports });
  await expectBothRunners(run, reports);
  const trials = await run('sensitivity');
  expect([trials.code, trials.stderr]).toEqual([
    2,
    expect.stringContaining('`npm install --save-dev fast-check@'),
  ]);
  const own = await inFolder(from, ['npx', 'playwright', 'test', '--project=conformance'], {
    CONFORMANCE_REPORTS_DIR: reports,
  });
  expect([own.code, own.stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
  chmodSync(from, 0o755);
});

test('npx takes it from a file @slow', async () => {
  const from = userFolder('user');
  const file = `--package=file:${await packedHere()}`;
  const ended = await inFolder(from, ['npx', '--yes', file, 'conformance', 'run', '--mock'], {
    npm_config_cache: folder('cache'),
  });
  expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
});

/** The program of a package manager, and how it adds a package and runs its command. */
const MANAGERS = {
  pnpm: { program: 'pnpm/bin/pnpm.cjs', add: (file: string) => ['add', '-D', file], exec: ['exec'] },
  'yarn 1': {
    program: 'yarn/bin/yarn.js',
    add: (file: string) => ['add', '-D', `file:${file}`],
    exec: ['-s'],
  },
  'yarn 4 with node_modules': { program: '@yarnpkg/cli-dist/bin/yarn.js', add: asNamed, exec: [] },
} as const;

function asNamed(file: string): readonly string[] {
  return ['add', '-D', `${NAME}@file:${file}`];
}

/** What Yarn 4 reads of its settings, with nothing outside the folder of the test. */
function yarnrc(linker: string): Readonly<Record<string, string>> {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
  const text = `nodeLinker: ${linker}\nenableTelemetry: false\nenableGlobalCache: false\nnpmRegistryServer: "${registry}"\n`;
  return { 'yarn.lock': '', '.yarnrc.yml': text };
}

async function managerOf(program: string): Promise<string> {
  const require = await installed(fileURLToPath(new URL('managers/', import.meta.url)));
  return join(require.resolve('./package.json'), '..', 'node_modules', program);
}

for (const [manager, { program, add, exec }] of Object.entries(MANAGERS)) {
  test(`under ${manager} it runs with both runners @slow`, async () => {
    const from = userFolder('user', manager.startsWith('yarn 4') ? yarnrc('node-modules') : {});
    const start = await managerOf(program);
    const manage = (...args: readonly string[]) => inFolder(from, ['node', start, ...args]);
    const added = await manage(...add(await packedHere()));
    expect([added.code, added.stderr]).toEqual([0, expect.any(String)]);
    await expectBothRunners((...args) => manage(...exec, 'conformance', ...args), join(from, 'reports'));
  });
}

test("under Yarn's Plug'n'Play the direct runner works as it is, and Playwright's where it is unplugged @slow", async () => {
  const from = userFolder('user', yarnrc('pnp'));
  const start = await managerOf('@yarnpkg/cli-dist/bin/yarn.js');
  const manage = (...args: readonly string[]) => inFolder(from, ['node', start, ...args]);
  expect((await manage(...asNamed(await packedHere()))).code).toBe(0);
  const direct = await manage('conformance', 'run', '--mock', '--runner', 'direct');
  expect([direct.code, direct.stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
  const zipped = await manage('conformance', 'run', '--mock');
  expect(zipped.code).toBe(2);
  // The lines that it shows are those to copy.
  const block = zipped.stderr.slice(zipped.stderr.indexOf('"dependenciesMeta"'));
  const page = readFileSync(new URL('../../docs/first-live-run.md', import.meta.url), 'utf8');
  expect(page).toContain(`\`\`\`json\n${block.trim()}\n\`\`\``);
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const unplugged = { ...manifest, ...JSON.parse(`{${block}}`) };
  writeFileSync(join(from, 'package.json'), JSON.stringify(unplugged));
  expect((await manage('install')).code).toBe(0);
  expect((await manage('conformance', 'run', '--mock')).code).toBe(0);
});
