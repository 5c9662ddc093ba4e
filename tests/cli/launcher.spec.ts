import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'acorn';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance, type Ended } from './command.ts';
import { copyProject } from './project-copy.ts';

const BIN = new URL('../../bin/', import.meta.url);
const PACKAGE = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const OLDEST = Number(/\d+/.exec(PACKAGE.engines.node)?.[0]);

/** What Node loads before the command: these lines. */
function before(lines: string): string {
  return `--import=data:text/javascript,${encodeURIComponent(lines)}`;
}

const folders: string[] = [];

/** A folder that is not below the project's own packages. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'conformance-tests-launcher-'));
  folders.push(made);
  return made;
}

test.afterAll(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

/** What is told of a fault: what was found, and what to run. */
function told({ code, stderr, stdout }: Ended, sentence: RegExp): void {
  expect([code, stderr]).toEqual([4, expect.stringMatching(sentence)]);
  expect(stderr).toContain('This is a fault of the suite itself; it says nothing about the endpoint.');
  expect(stdout).not.toContain('CONFORMANT');
}

test('Node 14 parses what stands in `bin/`, and knows what it imports', () => {
  const files = readdirSync(BIN);
  expect(files).toContain('conformance.mjs');
  for (const file of files) {
    const text = readFileSync(new URL(file, BIN), 'utf8');
    const { body } = parse(text, { ecmaVersion: 2020, sourceType: 'module', allowHashBang: true });
    const imported = body.flatMap((one) => (one.type === 'ImportDeclaration' ? [one.source.value] : []));
    expect([file, imported.filter((name) => !/^[a-z]+$/.test(String(name)))]).toEqual([file, []]);
  }
});

test('the package and each of its scripts that runs a command start the launcher', () => {
  expect(PACKAGE.bin).toEqual({ conformance: 'bin/conformance.mjs' });
  const scripts: readonly string[] = Object.values(PACKAGE.scripts);
  expect(scripts.filter((text) => text.includes('cli/main'))).toEqual([]);
  expect(scripts.filter((text) => /^node bin\/conformance\.mjs [a-z]+$/.test(text))).toHaveLength(3);
});

for (const version of [`${OLDEST - 1}.9.0`, '14.0.0', '8.17.0']) {
  test(`Node ${version} is exit 2 and one sentence`, async () => {
    const lines = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
    const { code, stdout, stderr } = await conformance(['run'], { NODE_OPTIONS: before(lines) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`Node is \`${version}\`; right would be Node ${OLDEST} or later.\n`);
  });
}

test('the oldest Node that the package names is none too old', async () => {
  const lines = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${OLDEST}.0.0' } })`;
  const { code } = await conformance(['--version'], { NODE_OPTIONS: before(lines) });
  expect(code).toBe(0);
});

test('a package without sources compares none, and one without `dist/` is to be installed anew @slow', async () => {
  const copy = copyProject();
  expect((await conformance(['run', '--runner', 'direct'], {}, copy.main)).code).toBe(0);
  copy.remove('dist');
  told(
    await conformance(['run'], {}, copy.main),
    /^`dist\/` is missing.*; right would be .* install it anew\.$/m,
  );
});

for (const runner of ['direct', 'playwright']) {
  const BROKEN: readonly (readonly [
    what: string,
    breaking: (copy: ReturnType<typeof copyProject>) => void,
  ])[] = [
    ['no `dist/cli/main.js`', (copy) => copy.remove('dist/cli/main.js')],
    ['an empty `dist/cli/main.js`', (copy) => copy.replace('dist/cli/main.js', /^[\s\S]*$/, '')],
    [
      'half of `dist/cli/main.js`',
      (copy) => copy.replace('dist/cli/main.js', /^([\s\S]{40000})[\s\S]*$/, '$1\n'),
    ],
    ['no chunks', (copy) => copy.remove('dist/chunks')],
    ['no stamp', (copy) => copy.remove('dist/built.json')],
    ['a chunk of no JavaScript', (copy) => copy.replace('dist/chunks', /^(?=import )/m, 'no {{{')],
    [
      'no runner',
      (copy) => copy.remove(runner === 'direct' ? 'dist/run/both-runners.cjs' : 'dist/playwright/setup.cjs'),
    ],
    [
      'a runner that is empty',
      (copy) =>
        copy.replace(
          runner === 'direct' ? 'dist/run/both-runners.cjs' : 'dist/playwright/settings.cjs',
          /^[\s\S]*$/,
          '',
        ),
    ],
  ];
  for (const [at, [what, breaking]] of BROKEN.entries()) {
    test(`${what} ends a ${runner} run in exit 4, with what to run${slowIf(runner === 'direct' ? isStoodFor(at) : what !== 'no stamp')}`, async () => {
      const copy = copyProject([], undefined, ['src']);
      breaking(copy);
      told(
        await conformance(['run', '--mock', '--runner', runner], {}, copy.main),
        /; run `npm run build`\.$/m,
      );
    });
  }

  for (const name of ['@playwright/test', 'ajv', 'yaml']) {
    test(`without the package \`${name}\` a ${runner} run that needs it ends in exit 4, with what to run @slow`, async () => {
      const copy = copyProject([], folder());
      copy.remove(`node_modules/${name}`);
      // Another description is parsed and compiled anew.
      copy.replace('specs/modelarts-plugins.openapi.yaml', /$/, '# changed\n');
      const { code, stderr } = await conformance(['run', '--mock', '--runner', runner], {}, copy.main);
      const isNeeded = runner === 'playwright' || name !== '@playwright/test';
      const remedy = `The package \`${name}\` is not installed; run \`npm ci\`.\n`;
      expect([code, stderr]).toEqual(isNeeded ? [4, expect.stringContaining(remedy)] : [0, '']);
    });
  }

  for (const mode of ['throw', 'strict', 'warn', 'none', 'warn-with-error-code']) {
    test(`a promise that nobody looks after ends a ${runner} run in exit 4, with Node's \`${mode}\` too${slowIf(mode !== 'throw' && mode !== 'none')}`, async () => {
      const copy = copyProject();
      copy.replace(
        'dist/cli/main.js',
        'guardStreams();',
        'guardStreams(); void Promise.reject(Object.create(null));',
      );
      const environment = { NODE_OPTIONS: `--unhandled-rejections=${mode}` };
      const { code, stderr } = await conformance(
        ['run', '--mock', '--runner', runner],
        environment,
        copy.main,
      );
      expect([code, stderr]).toEqual([4, expect.stringContaining('This is a fault of the suite itself')]);
    });
  }
}

test('a command that ends before it is through ends in exit 4', async () => {
  const copy = copyProject();
  copy.replace(
    'dist/cli/main.js',
    /await program\w*\.parseAsync\(\)(?=;?\s*\}\s*catch)/,
    'await new Promise(() => undefined)',
  );
  told(await conformance(['run', '--mock'], {}, copy.main), /^The command ended before it was through\.$/m);
});

test("an exit code that is Node's own is a fault", async () => {
  const copy = copyProject();
  copy.replace('dist/cli/main.js', /await program\w*\.parseAsync\(\)(?=;?\s*\}\s*catch)/, 'process.exit(7)');
  expect((await conformance(['run', '--mock'], {}, copy.main)).code).toBe(4);
});
