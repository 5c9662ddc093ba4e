import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import { test } from './own-test.ts';
import config from './playwright.config.ts';
import { EXAMPLES } from './slow.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TESTS = fileURLToPath(new URL('.', import.meta.url));

/** Every file of the tests, e.g. `cli/run.spec.ts`, but what they install, which are many thousands, and what a user runs. */
function filesIn(folder = ''): readonly string[] {
  return readdirSync(join(TESTS, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'conformance'].includes(entry.name) ? [] : filesIn(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

function read(file: string): string {
  return readFileSync(join(TESTS, file), 'utf8');
}

function scripts(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
}

/** A test of the list that Playwright makes of projects. */
interface Listed {
  readonly project: string;
  readonly file: string;
  readonly id: string;
}

const PROJECTS = ['tests', 'slow', 'long', 'house'] as const;

/** Made once for all who ask: every file is loaded for it. */
let listed: readonly Listed[] | undefined;

/** The tests of some projects. */
function testsOf(...projects: readonly (typeof PROJECTS)[number][]): readonly Listed[] {
  listed ??= listOf(PROJECTS);
  return listed.filter(({ project }) => projects.some((one) => one === project));
}

/** Another run's folder is removed by a run, not by a list of its tests. */
function listOf(projects: readonly string[]): readonly Listed[] {
  const chosen = projects.map((project) => `--project=${project}`);
  const args = ['test', '--config', 'tests/playwright.config.ts', ...chosen, '--list'];
  const told = execFileSync('npx', ['--no', 'playwright', ...args, '--reporter=json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: '' },
  });
  const { suites }: JSONReport = JSON.parse(told);
  const within = ({ file, specs, suites: inner = [] }: JSONReportSuite): readonly Listed[] => [
    ...specs.flatMap(({ title, line, column, tests }) =>
      // The id of Playwright holds the name of the project as well.
      tests.map(({ projectName: project }) => ({ project, file, id: `${file}:${line}:${column} ${title}` })),
    ),
    ...inner.flatMap(within),
  ];
  return suites.flatMap(within);
}

test('the check of the house runs its tests alone, wherever the checkout lies @slow', () => {
  const command = scripts()['check']?.split('&&').at(-1) ?? '';
  expect(command.trim().split(' ').slice(2)).toEqual([
    '--config',
    'tests/playwright.config.ts',
    '--project=house',
  ]);
  const names = testsOf('house').map(({ file }) => file);
  expect([...new Set(names)].sort()).toEqual([
    'house-imports.spec.ts',
    'house-rules.spec.ts',
    'house.spec.ts',
  ]);
});

test('a test is one of `npm test`, `npm run test:all` or `npm run test:long`, and never of two @slow', () => {
  const all = testsOf('tests', 'slow', 'long');
  const ofProject = (name: string) => all.filter(({ project }) => project === name).length;
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const found = new Set(all.map(({ file }) => file));
  expect([...found].sort()).toEqual(
    filesIn()
      .filter((file) => file.endsWith('.spec.ts'))
      .sort(),
  );
  expect(ofProject('tests')).toBeGreaterThan(2000);
  expect(ofProject('slow')).toBeGreaterThan(200);
  // More of what the slow ones show is to stay an exception.
  expect(ofProject('long')).toBeLessThanOrEqual(160);
  const ofSlow = new Set(all.filter(({ project }) => project === 'slow').map(({ file }) => file));
  expect(all.filter(({ project, file }) => project === 'long' && !ofSlow.has(file))).toEqual([]);
});

test('what the other commands run, `npm test` leaves out by the same signs', () => {
  const names = ['tests', 'slow', 'long'];
  const [quick, slow, long] = names.map((name) => config.projects?.find((one) => one.name === name));
  expect([slow?.grep, long?.grep]).toEqual([/@slow\b/, /@long\b/]);
  expect(quick?.grepInvert).toEqual([slow?.grep, long?.grep]);
  const { test: ofQuick = '', 'test:all': ofSlow, 'test:long': ofLong } = scripts();
  expect(ofSlow).toBe(ofQuick.replace('--project=tests', '--project=slow'));
  expect(ofLong).toBe(ofQuick.replace('--project=tests', '--project=long'));
  const decides = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  expect(decides).toMatch(/^run_tests test$[\s\S]*^run_tests test:all$/m);
});

test('of each kind that is slow one test stands among the quick ones', () => {
  const titles = filesIn()
    .filter((file) => file.endsWith('.spec.ts'))
    .map(read);
  for (const tag of EXAMPLES) {
    expect([tag, titles.flatMap((text) => text.match(new RegExp(`${tag}\\b`, 'g')) ?? [])]).toEqual([
      tag,
      [tag],
    ]);
  }
});

/** Each says of the test under way that it is of a slow kind, before it does what makes it one. */
const DOERS: Readonly<Record<string, { readonly does: RegExp; readonly says: string }>> = {
  kill: { does: /\b(?:child|process)\??\.kill\(/, says: "slowly('kill')" },
  browser: { does: /\bchromium\.launch\(/, says: "slowly('browser')" },
  install: { does: /'npm', \['ci'/, says: "slowly('install')" },
};

test('nothing in the tests does what is slow without saying so', () => {
  for (const [kind, { does, says }] of Object.entries(DOERS)) {
    const doing = filesIn().filter((file) => does.test(read(file)) && file !== 'own-projects.spec.ts');
    expect([kind, doing]).not.toEqual([kind, []]);
    // These end a process of their own, which has nothing more to do.
    const ends = ['suites/modelarts-plugins/hostile/judging.ts', 'outside/prism.ts'];
    expect([kind, doing.filter((file) => !read(file).includes(says) && !ends.includes(file))]).toEqual([
      kind,
      [],
    ]);
  }
});
