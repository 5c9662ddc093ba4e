import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { conformance, playwright } from './command.ts';

const project = (...names: readonly string[]) => test.info().outputPath(...names);

function put(name: string): void {
  mkdirSync(dirname(project(name)), { recursive: true });
  writeFileSync(project(name), `of the project: ${name}`);
}

const THEIRS = [
  'playwright/index.html',
  '.playwright/auth.json',
  '.run/main.xml',
  'junit.xml',
  'evidence.har',
  'evidence/notes.txt',
];
const NAMES = ['playwright', '.playwright', '.run', 'junit.xml', 'evidence.har', 'evidence'];

const COMMANDS = {
  'conformance run --runner direct': {
    code: 2,
    end: (env: Record<string, string>) => conformance(['run', '--runner', 'direct'], env),
  },
  'conformance run': { code: 2, end: (env: Record<string, string>) => conformance(['run'], env) },
  'playwright test': {
    code: 1,
    end: (env: Record<string, string>) => playwright(['--project=conformance'], env),
  },
};

for (const [command, { code, end }] of Object.entries(COMMANDS)) {
  test(`\`${command}\` in a project's own folder removes nothing of it, names each, and sends nothing${slowIf(command.includes('playwright'))}`, async () => {
    const mock = await startMock();
    const settings = { ...liveSettings(mock.endpoint), CONFORMANCE_REPORTS_DIR: '.' };
    for (const name of THEIRS) put(name);
    const before = readdirSync(project());
    const ended = await end(settings);
    expect(ended.code).toBe(code);
    for (const name of NAMES) expect(ended.stdout + ended.stderr).toContain(`\`${project(name)}\``);
    for (const name of THEIRS) expect(readFileSync(project(name), 'utf8')).toBe(`of the project: ${name}`);
    expect(readdirSync(project()).sort()).toEqual(before.sort());
    expect(mock.requests()).toBe(0);
    await mock.close();
  });
}

test('one file of the project suffices, and what an earlier run left there stays as well @slow', async () => {
  const settings = { CONFORMANCE_REPORTS_DIR: '.' };
  expect((await conformance(['run', '--runner', 'direct'], settings)).code).toBe(0);
  put('.playwright/auth.json');
  const { code, stderr } = await conformance(['run', '--runner', 'direct'], settings);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`\`${project('.playwright')}\``)]);
  expect(existsSync(project('conformance.json'))).toBe(true);
});
