import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Report } from '../../src/engine/model/report.ts';
import { markFolder } from '../../src/engine/report/own-files.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { dayFromNow } from '../verdict/days-from-now.ts';
import { conformance } from './command.ts';

const reports = (name: string) => test.info().outputPath('reports', name);

test('a conforming endpoint: exit 0, the verdict, and where the reports are @slow', async () => {
  const { code, stdout } = await conformance(['run', '--runner', 'direct']);
  expect(code).toBe(0);
  expect(stdout).toContain('CONFORMANT');
  expect(stdout).toContain('reports/conformance.html');
  expect(stdout).not.toContain('\u001b');
  for (const name of [
    'conformance.html',
    'conformance.json',
    'conformance.md',
    'junit.xml',
    'evidence.har',
    'ledger.ndjson',
  ]) {
    expect(existsSync(reports(name)), name).toBe(true);
  }
  // Each requirement stands in a group of the page, and each group has some.
  const report: Pick<Report, 'groups' | 'requirements'> = JSON.parse(
    readFileSync(reports('conformance.json'), 'utf8'),
  );
  const used = new Set(report.requirements.map(({ group }) => group));
  expect([...used].sort()).toEqual(report.groups?.map(({ key }) => key).sort());
});

test('a deviating endpoint: exit 1, and each violation with clause, expected, actual and a command @slow', async () => {
  const { code, stdout } = await conformance([
    'run',
    '--mock',
    '--deviation',
    'missing-phase',
    '--runner',
    'direct',
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('delete.200.body.status.phase');
  expect(stdout).toMatch(/clause +Response Parameters, status code 200/);
  expect(stdout).toMatch(/at +\/status\/phase/);
  expect(stdout).toMatch(/expected +one of "Pending"/);
  expect(stdout).toMatch(/actual +missing/);
  expect(stdout).toMatch(/repeat +curl .*\$TOKEN/);
});

test('an endpoint that cannot be reached: exit 3', async () => {
  const mock = await startMock();
  await mock.close();
  const { code, stdout } = await conformance(['run', '--runner', 'direct'], liveSettings(mock.endpoint));
  expect(code).toBe(3);
  expect(JSON.parse(readFileSync(reports('conformance.json'), 'utf8')).run.exitCode).toBe(3);
  expect(stdout).toContain('INCONCLUSIVE');
});

test('`run` is what a bare `conformance` does @slow', async () => {
  const { code } = await conformance([], { CONFORMANCE_RUNNER: 'direct' });
  expect(code).toBe(0);
});

const wrong: Readonly<Record<string, { args?: string[]; change: Record<string, string>; names: string }>> = {
  'an endpoint that is no URL': { change: { MODELARTS_ENDPOINT: 'modelarts' }, names: 'MODELARTS_ENDPOINT' },
  'an empty endpoint': { change: { MODELARTS_ENDPOINT: '' }, names: 'MODELARTS_ENDPOINT' },
  'a missing pool': { change: { MODELARTS_POOL_NAME: '' }, names: 'MODELARTS_POOL_NAME' },
  'a template that is a dot segment': {
    change: { MODELARTS_TEMPLATE_NAME: '..' },
    names: 'MODELARTS_TEMPLATE_NAME',
  },
  'an unknown setting': { change: { MODELARTS_TOKEN: 'x' }, names: 'MODELARTS_TOKEN' },
  'no arming': { change: { MODELARTS_ALLOW_DELETE: '' }, names: 'MODELARTS_ALLOW_DELETE' },
  'arming for another host': {
    change: { MODELARTS_ALLOW_DELETE: 'other.example.com' },
    names: 'MODELARTS_ALLOW_DELETE',
  },
  'no credentials': { change: { MODELARTS_AUTH_TOKEN: '' }, names: 'MODELARTS_AUTH_TOKEN' },
  'trust in any host': {
    change: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    names: 'NODE_TLS_REJECT_UNAUTHORIZED',
  },
  'a deviation of a live endpoint': {
    args: ['--deviation', 'never-deleted'],
    change: {},
    names: '--deviation',
  },
  'a runner that is none': { args: ['--runner', 'jest'], change: {}, names: '--runner' },
  'an option that is none': { args: ['--fast'], change: {}, names: '--fast' },
  'a reports directory that is none': {
    change: { CONFORMANCE_REPORTS_DIR: '/dev/null' },
    names: 'CONFORMANCE_REPORTS_DIR',
  },
  'a ledger that is a directory': { change: { CONFORMANCE_LEDGER: '.' }, names: 'CONFORMANCE_LEDGER' },
  'waivers that do not exist': { change: { CONFORMANCE_WAIVERS: 'none.yaml' }, names: 'CONFORMANCE_WAIVERS' },
};

for (const [at, [what, { args = [], change, names }]] of Object.entries(wrong).entries()) {
  for (const runner of ['direct', 'playwright']) {
    test(`${what} ends the ${runner} run in exit 2, and nothing is sent${slowIf(runner === 'playwright' || isStoodFor(at))}`, async () => {
      const mock = await startMock();
      const environment = { ...liveSettings(mock.endpoint), CONFORMANCE_RUNNER: runner, ...change };
      const { code, stdout, stderr } = await conformance(['run', ...args], environment);
      expect(code).toBe(2);
      expect(stderr).toContain(names);
      expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
      expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
      expect(stdout).not.toContain('·');
      expect(mock.requests()).toBe(0);
      await mock.close();
    });
  }
}

for (const runner of ['direct', 'playwright']) {
  test(`waivers that name no requirement end the ${runner} run in exit 2, and nothing is sent`, async () => {
    const mock = await startMock();
    const file = test.info().outputPath('waivers.yaml');
    const until = dayFromNow(30);
    writeFileSync(file, `- {requirement: delete.200.statu, reason: a, until: ${until}, approvedBy: b}`);
    const environment = { ...liveSettings(mock.endpoint), CONFORMANCE_WAIVERS: file };
    const { code, stderr } = await conformance(['run', '--runner', runner], environment);
    expect(code).toBe(2);
    expect(stderr).toContain('the nearest known one is `delete.200.status`');
    expect(stderr).not.toContain('fault of the suite');
    expect(mock.requests()).toBe(0);
    await mock.close();
  });
}

test('a misspelt command proposes the nearest one', async () => {
  const { code, stderr } = await conformance(['rnu']);
  expect(code).toBe(2);
  expect(stderr).toBe('`rnu` is no command; did you mean `run`?\n');
});

test('an unknown deviation proposes the nearest one', async () => {
  const { code, stderr } = await conformance(['run', '--mock', '--deviation', 'never-delete']);
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean `never-deleted`?');
});

test('reports of an earlier run are removed, the ledger and what is not ours stay @slow', async () => {
  await conformance(['run', '--runner', 'direct']);
  const lines = readFileSync(reports('ledger.ndjson'), 'utf8');
  writeFileSync(reports('notes.txt'), 'mine');
  mkdirSync(reports('.playwright/a-test'), { recursive: true });
  markFolder(reports('.playwright'));
  const mock = await startMock();
  await mock.close();
  await conformance(['run', '--runner', 'direct'], liveSettings(mock.endpoint));
  expect(readFileSync(reports('ledger.ndjson'), 'utf8')).toBe(lines);
  expect(readdirSync(test.info().outputPath('reports')).sort()).toEqual([
    'conformance.html',
    'conformance.json',
    'conformance.md',
    'evidence',
    'evidence.har',
    'junit.xml',
    'ledger.ndjson',
    'notes.txt',
  ]);
  expect(readFileSync(reports('conformance.json'), 'utf8')).toContain('"inconclusive"');
});

test('the token stands in no file and not on the terminal @slow', async () => {
  const token = 'canary-4f1d0f2c9b';
  const mock = await startMock({ tokens: [token] });
  const { code, stdout, stderr } = await conformance(['run'], {
    ...liveSettings(mock.endpoint),
    MODELARTS_AUTH_TOKEN: token,
  });
  await mock.close();
  expect(code).toBe(0);
  expect(stdout + stderr).not.toContain('canary');
  for (const name of readdirSync(test.info().outputPath('reports'), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!name.isFile()) continue;
    const text = readFileSync(`${name.parentPath}/${name.name}`, 'latin1');
    expect(text, name.name).not.toContain('canary');
    expect(text, name.name).not.toContain(Buffer.from(token).toString('base64').slice(0, -4));
  }
});
