import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { neighboursOf, poolOf } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import { entryOf, startMocks, writeTargets } from '../targets/many.ts';
import { textOf, type Variables, yamlOf } from './file.ts';
import { githubFor, type Matrix, matrixJob, partsOfMatrix } from './matrix.ts';
import { carryOut, makeRepository, type Steps, withoutNpm } from './repository.ts';
import { github } from './services.ts';

const FILES = ['github/matrix.yml', 'gitlab/matrix.gitlab-ci.yml'] as const;
const path = (...names: readonly string[]) => test.info().outputPath(...names);

test('both files have the same machines, and none tests a target of another', () => {
  const { parallel } = yamlOf<Record<string, { parallel: { matrix: Record<string, string>[] } }>>(FILES[1])[
    'conformance targets'
  ] as { parallel: { matrix: Record<string, string>[] } };
  const parts = partsOfMatrix();
  expect(parallel.matrix).toEqual(parts.map(({ job, targets }) => ({ JOB: job, TARGETS: targets })));
  const targets = parts.flatMap((part) => part.targets.split(' '));
  expect(new Set(targets).size).toBe(targets.length);
  for (const file of FILES)
    expect(textOf(file)).toMatch(/Targets in one pool belong in one job, for no machine knows/);
});

test('a machine does not end with another, and the last job comes after all of them, whatever became of them', () => {
  const { targets, all } = yamlOf<Matrix>(FILES[0]).jobs;
  expect(targets.strategy['fail-fast']).toBe(false);
  expect(all).toMatchObject({ needs: 'targets', if: 'always()' });
  expect(yamlOf(FILES[0])).toMatchObject({
    concurrency: { group: 'conformance', 'cancel-in-progress': false },
    permissions: { contents: 'read' },
  });
  expect(yamlOf(FILES[1])).toMatchObject({
    '.conformance': { interruptible: false, allow_failure: { exit_codes: [3] } },
    'conformance targets': { resource_group: 'conformance-$JOB' },
    'conformance all': {
      needs: [{ job: 'conformance targets', artifacts: true }],
      rules: [{ when: 'always' }],
    },
  });
});

test('what a part left is kept by its job: ledgers and history for its next run, reports for the last job', () => {
  const text = textOf(FILES[0]);
  const cached =
    /actions\/cache\/(\w+)@.*\n\s+with:\n\s+path: \|\n\s+reports\/\*\/ledger\.ndjson\n\s+conformance-history\.ndjson\n\s+key: conformance-ledgers-\$\{\{ matrix\.job \}\}-/g;
  expect([...text.matchAll(cached)].map(([, what]) => what)).toEqual(['restore', 'save']);
  expect(text.match(/if: always\(\)\n\s+uses: actions\/(?:cache\/save|upload-artifact)@/g)).toHaveLength(3);
  expect(text).toMatch(/name: conformance-part-\$\{\{ matrix\.job \}\}\n/);
  expect(text).toContain('pattern: conformance-part-*\n');
  // Of one that is run again, what it leaves now counts.
  expect(text).toContain('overwrite: true\n');
  const jobs = yamlOf<Record<string, object>>(FILES[1]);
  expect(jobs['conformance targets']).toMatchObject({
    cache: {
      key: 'conformance-ledgers-$JOB',
      paths: ['parts/*/*/ledger.ndjson', 'conformance-history.ndjson'],
      when: 'always',
    },
    artifacts: { when: 'always', access: 'developer', paths: ['parts/'] },
    environment: { name: 'conformance/$JOB', action: 'access' },
  });
  // One suite a target, once: the last job alone hands them over.
  expect(jobs['conformance all']).toMatchObject({
    artifacts: { reports: { junit: 'reports/junit.xml', dotenv: 'reports/conformance.env' } },
  });
});

test('a secret is in the steps that send, by a number, and in no other and on no command line', () => {
  for (const { name, script, environment } of matrixJob('targets').steps) {
    const values = Object.keys(environment).filter((one) => /^VALUE_\d$/.test(one));
    const sends = /npx --no conformance/.test(script);
    expect([name, values]).toEqual([name, sends ? ['VALUE_1', 'VALUE_2', 'VALUE_3', 'VALUE_4'] : []]);
    // The process of a target has those of no other.
    if (sends) expect(script).toContain(`\nunset ${values.join(' ')}\n`);
  }
  expect(Object.values(matrixJob('targets').environment).join()).not.toContain('secrets');
  expect(textOf(FILES[0]).split(/^ {2}all:$/m)[1]).not.toContain('secrets');
});

/** What the repository keeps beside a key. */
const KEPT: Variables = { AP_TOKEN: 'mock-token', LAB_PASSWORD: 'mock-token', LAB_USER: 'somebody' };

/** A machine for each part, with the list of all targets; what the service restores and keeps is between the steps. */
async function onAllMachines(mocks: readonly Mock[]): Promise<ReadonlyMap<string, Steps>> {
  const key = mocks[0]?.options.accessKeys[0];
  const kept = { ...KEPT, EU_AK: key?.accessKey ?? '', EU_SK: key?.secretKey ?? '' };
  const parts = partsOfMatrix();
  const names = parts.flatMap(({ targets }) => targets.split(' '));
  const entries = names.map((name, at) => {
    const mock = mocks[at];
    if (mock === undefined) throw new Error('No mock.');
    const names = parts.find(({ targets }) => targets.split(' ').includes(name))?.secrets ?? [];
    const [akEnv, skEnv] = names;
    const auth = names.length === 2 ? { akEnv, skEnv } : { tokenEnv: names.at(-1) };
    return entryOf(mock, name, { auth });
  });
  const ended = new Map<string, Steps>();
  for (const part of parts) {
    const folder = machine(part.job);
    writeTargets(entries, join(folder, 'targets.yaml'));
    const settings = { PATH: withoutNpm(), CONFORMANCE_REPORTS_DIR: 'reports' };
    ended.set(part.job, await carryOut(githubFor(part, kept), matrixJob('targets'), settings, folder));
  }
  return ended;
}

function machine(name: string): string {
  const folder = path(name);
  mkdirSync(folder);
  return makeRepository(folder);
}

/** As artifacts are kept and downloaded: without what is hidden. */
function download(folder: string): void {
  mkdirSync(join(folder, 'parts'));
  for (const { job } of partsOfMatrix()) {
    const to = join(folder, 'parts', `conformance-part-${job}`);
    const from = path(job, 'reports');
    if (existsSync(from))
      cpSync(from, to, { recursive: true, filter: (one) => !basename(one).startsWith('.') });
  }
}

async function joined(name: string) {
  const folder = machine(name);
  download(folder);
  const { Join } = await carryOut(github(), matrixJob('all'), { PATH: withoutNpm() }, folder);
  const read = (file: string) => readFileSync(join(folder, 'reports', file), 'utf8');
  return { Join, read, outputs: readFileSync(path('github-output'), 'utf8').trimEnd().split('\n') };
}

test('GitHub: three machines with the secrets of their own targets leave what is joined into one verdict @slow', async () => {
  test.slow();
  const [broken] = await startMocks(1, { deviation: 'replicas-negative' });
  const right = await startMocks(3);
  const [first, second, fourth] = right;
  if (!broken || !first || !second || !fourth) throw new Error('No mock.');
  const mocks = [first, second, broken, fourth];
  const machines = await onAllMachines(mocks);
  const codes = [...machines].map(([job, { 'Sweep, and run': run, Sweep }]) => [job, run?.code, Sweep?.code]);
  expect(codes).toEqual([
    ['eu', 0, 0],
    ['ap', 1, 0],
    ['lab', 0, 0],
  ]);
  for (const mock of mocks) expect(await poolOf(mock)).toEqual(neighboursOf(mock));

  const all = await joined('all');
  expect([all.Join?.code, all.Join?.stderr]).toEqual([1, '']);
  expect(all.outputs.slice(-5)).toEqual(expect.arrayContaining(['verdict=non-conformant', 'exit-code=1']));
  const names = ['eu-de', 'eu-nl', 'ap-southeast', 'lab'];
  expect(JSON.parse(all.read('targets.json'))).toMatchObject({ exitCode: 1, names, missing: [] });
  expect(all.read('junit.xml').match(/<testsuite /g)).toHaveLength(4);
  expect(all.read('ap-southeast/conformance.html')).toContain('<header');
  expect(readFileSync(path('summary'), 'utf8')).toContain(all.read('targets.md').trimEnd());

  // What one machine lost is told, and nobody calls that conformant.
  rmSync(path('ap'), { recursive: true });
  const rest = await joined('rest');
  expect([rest.Join?.code, rest.Join?.stdout]).toEqual([
    0,
    expect.stringContaining('::warning title=Conformance::Not all could be tested'),
  ]);
  expect(rest.outputs.slice(-5)).toEqual(expect.arrayContaining(['verdict=inconclusive', 'exit-code=3']));
  expect(JSON.parse(rest.read('targets.json'))).toMatchObject({ exitCode: 3, missing: ['ap-southeast'] });
  await Promise.all(mocks.map((mock) => mock.close()));
});
