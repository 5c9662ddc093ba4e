import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { conformance, start } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { asVariables, inAllServices, left, lines, recognisedIn, toldTo } from './in-pipeline.ts';

const path = (...names: readonly string[]) => test.info().outputPath(...names);
const report = () => JSON.parse(readFileSync(path('reports', 'conformance.json'), 'utf8'));
const DIRECT = ['run', '--runner', 'direct'];
const NO_COUNTS = ['', '', ''] as const;

/** The outputs that a report makes. */
function outputsOf(code: number): readonly string[] {
  const { verdict, counts } = report();
  return lines(verdict, code, [counts.passed, counts.failed, counts.inconclusive]);
}

test('a run that found a violation tells each service so, behind what others wrote', async () => {
  const services = inAllServices();
  writeFileSync(path('output'), 'theirs=1');
  writeFileSync(path('summary.md'), '# Theirs');
  const { code, stdout, stderr } = await conformance(
    [...DIRECT, '--mock', '--deviation', 'replicas-negative'],
    services,
  );
  expect([code, stderr]).toEqual([1, '']);
  const outputs = outputsOf(1);
  expect(outputs).toEqual(lines('non-conformant', 1, [76, 1, 0]));
  expect(left('output')).toBe(['theirs=1', ...outputs, ''].join('\n'));
  expect(left('summary.md')).toBe(`# Theirs\n\n${left('reports/conformance.md')}`);
  expect(left('reports/conformance.env')).toBe(asVariables(outputs));
  expect(toldTo(stdout)).toEqual({
    github: ['error'],
    azure: ['error', `summary ${path('reports', 'conformance.md')}`, ...outputs],
  });
  // The last that is printed is for people.
  expect(stdout.lastIndexOf('##vso[')).toBeLessThan(stdout.indexOf('NON-CONFORMANT'));
});

test('a run that conforms has nothing to show, and what later steps ask for is there', async () => {
  const { code, stdout } = await conformance(DIRECT, inAllServices());
  expect(code).toBe(0);
  const outputs = lines('conformant', 0, [77, 0, 0]);
  expect(toldTo(stdout)).toEqual({
    github: [],
    azure: [`summary ${path('reports', 'conformance.md')}`, ...outputs],
  });
  expect([left('output'), left('reports/conformance.env')]).toEqual([
    `${outputs.join('\n')}\n`,
    asVariables(outputs),
  ]);
});

for (const [which, args, environment] of [
  ['`--ci none`', ['--ci', 'none'], {}],
  ['empty variables', [], { GITHUB_ACTIONS: '', TF_BUILD: '', GITLAB_CI: '' }],
] as const) {
  test(`with ${which} nothing is told, and what an earlier run left is removed @slow`, async () => {
    mkdirSync(path('reports'));
    writeFileSync(path('reports', 'conformance.env'), asVariables(lines('conformant', 0, [1, 0, 0])));
    const services = { ...inAllServices(), ...environment };
    const { code, stdout, stderr } = await conformance([...DIRECT, ...args], services);
    expect([code, stderr, recognisedIn(stdout)]).toEqual([0, '', []]);
    expect([left('output'), left('summary.md'), left('reports/conformance.env')]).toEqual(['', '', '']);
  });
}

test('a run that could not test anything warns, and is no failure of what was tested @slow', async () => {
  const { code, stdout } = await conformance(DIRECT, {
    ...inAllServices(),
    ...liveSettings('http://127.0.0.1:9'),
  });
  expect(code).toBe(3);
  const { github, azure } = toldTo(stdout);
  expect(new Set(github)).toEqual(new Set(['warning']));
  expect(azure).toEqual(expect.arrayContaining(['warning', ...outputsOf(3)]));
  expect(left('output')).toBe(`${outputsOf(3).join('\n')}\n`);
  expect(left('summary.md')).toBe(left('reports/conformance.md'));
});

for (const [what, args, environment] of [
  ['a setting', [], { MODELARTS_POOL_NAME: 'pool' }],
  ['an argument', ['--runer', 'direct'], {}],
  ['a service', ['--ci', 'nome'], {}],
  ['a directory', [], { CONFORMANCE_REPORTS_DIR: '/dev/null/reports' }],
] as const) {
  test(`where ${what} is wrong, the exit code is told and no verdict, also in place of an earlier one`, async () => {
    mkdirSync(path('reports'));
    writeFileSync(path('reports', 'conformance.env'), asVariables(lines('conformant', 0, [77, 0, 0])));
    const { code, stdout } = await conformance([...DIRECT, ...args], { ...inAllServices(), ...environment });
    const outputs = lines('', 2, NO_COUNTS);
    expect([code, toldTo(stdout)]).toEqual([2, { github: ['error'], azure: ['error', ...outputs] }]);
    expect(left('output')).toBe(`${outputs.join('\n')}\n`);
    expect(left('summary.md')).toMatch(/Exit code 2\.\n\n# Conformance: no verdict\n$/);
    const own = !('CONFORMANCE_REPORTS_DIR' in environment);
    const stale = lines('conformant', 0, [77, 0, 0]);
    expect(left('reports/conformance.env')).toBe(asVariables(own ? outputs : stale));
    expect(readdirSync(path('reports'))).toEqual(['conformance.env']);
  });
}

test('`--ci` takes `none` and nothing else, and a plan is no run @slow', async () => {
  const near = await conformance(['run', '--ci', 'nome']);
  expect([near.code, near.stderr]).toEqual([2, '`--ci` is `nome`; did you mean `none`?\n']);
  const far = await conformance(['run', '--ci', 'github']);
  expect([far.code, far.stderr]).toEqual([2, expect.stringContaining('right would be `none`, or nothing')]);
  const plan = await conformance(['run', '--plan'], inAllServices());
  const help = await conformance(['run', '--help'], inAllServices());
  for (const { code, stdout } of [plan, help]) expect([code, recognisedIn(stdout)]).toEqual([0, []]);
  expect([left('output'), existsSync(path('reports'))]).toEqual(['', false]);
});

test('a file that cannot be written is told in a sentence, and the verdict stays @slow', async () => {
  mkdirSync(path('reports'));
  writeFileSync(path('reports', 'conformance.env'), 'CONFORMANCE_STRICT=true\n');
  mkdirSync(path('a-folder'));
  const { code, stdout, stderr } = await conformance(DIRECT, {
    ...inAllServices(),
    GITHUB_STEP_SUMMARY: path('missing', 'summary.md'),
    GITHUB_OUTPUT: path('a-folder'),
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining('CONFORMANT')]);
  const stays = 'The verdict and the exit code stay what they are.';
  expect(stderr.trim().split('\n')).toEqual([
    `\`${path('missing', 'summary.md')}\` could not be written (\`ENOENT\`). \`GITHUB_STEP_SUMMARY\` names it. ${stays}`,
    `\`${path('a-folder')}\` could not be written (\`EISDIR\`). \`GITHUB_OUTPUT\` names it. ${stays}`,
    `\`${path('reports', 'conformance.env')}\` could not be written (\`what stands there is no report of this suite\`). ${stays}`,
  ]);
  // Somebody else's, with settings perhaps.
  expect(left('reports/conformance.env')).toBe('CONFORMANCE_STRICT=true\n');
  expect(existsSync(path('missing'))).toBe(false);
});

test('a runner that names no files is told what it can be @slow', async () => {
  const { code, stdout, stderr } = await conformance(
    [...DIRECT, '--mock', '--deviation', 'replicas-negative'],
    {
      GITHUB_ACTIONS: 'true',
    },
  );
  expect([code, stderr, toldTo(stdout).github]).toEqual([1, '', ['error']]);
});

test('a run that is interrupted tells that, and what it saw @slow', async () => {
  const mock = await startMock({ installMs: 60_000 });
  const running = start(DIRECT, {
    ...inAllServices(),
    ...liveSettings(mock.endpoint),
    MODELARTS_SETTLE_TIMEOUT_MS: '20000',
  });
  const ledger = path('reports', 'ledger.ndjson');
  await expect
    .poll(() => (existsSync(ledger) ? readFileSync(ledger, 'utf8') : ''), { timeout: 120_000 })
    .toContain('"installed"');
  running.kill('SIGTERM');
  const { code, stdout } = await running.ended;
  expect(code).toBe(130);
  const outputs = outputsOf(130);
  expect(outputs.slice(0, 2)).toEqual(['verdict=inconclusive', 'exit-code=130']);
  expect(toldTo(stdout).azure).toEqual(expect.arrayContaining([...outputs]));
  expect(left('output')).toBe(`${outputs.join('\n')}\n`);
  expect(left('summary.md')).toContain('Exit code 130.');
  expect(left('reports/conformance.env')).toBe(asVariables(outputs));
  await mock.close();
});
