import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { conformance } from './command.ts';
import { comparableJson, withoutTimes } from './same-report.ts';

const runs = [
  { deviation: null, code: 0 },
  { deviation: 'never-deleted', code: 1 },
  { deviation: 'no-token-accepted', code: 1 },
  { deviation: 'hangs-up', code: 1 },
  { deviation: 'stack-trace', code: 1 },
] as const;

const TAGS: Readonly<Record<string, string>> = {
  '': '@example-playwright',
  'never-deleted': '@long',
  'no-token-accepted': '@long',
  'hangs-up': '@long',
};

for (const { deviation, code } of runs) {
  const target = deviation === null ? 'a conforming mock' : `a mock that deviates by \`${deviation}\``;
  test(`both runners write the same, but for times and ids, on ${target} ${TAGS[deviation ?? ''] ?? '@slow'}`, async () => {
    const written = await Promise.all([runBy('direct', deviation), runBy('playwright', deviation)]);
    const [direct, playwright] = written;
    expect([direct?.code, playwright?.code]).toEqual([code, code]);
    expect(JSON.parse(direct?.json ?? '').run.exitCode).toBe(code);
    expect(playwright?.json).toBe(direct?.json);
    expect(playwright?.junit).toBe(direct?.junit);
    expect(playwright?.files.filter((name) => !direct?.files.includes(name))).toEqual([
      '.playwright',
      'playwright',
    ]);
  });
}

async function runBy(runner: string, deviation: string | null) {
  const dir = test.info().outputPath(runner);
  const args = [
    'run',
    '--mock',
    '--runner',
    runner,
    ...(deviation === null ? [] : ['--deviation', deviation]),
  ];
  const { code } = await conformance(args, { CONFORMANCE_REPORTS_DIR: dir });
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  return {
    code,
    json: comparableJson(read('conformance.json')),
    junit: withoutTimes(read('junit.xml'))
      .replaceAll(/time="[\d.]+"/g, 'time="0"')
      .replaceAll(/\d+ ms|[\d.]+ s/g, '0'),
    files: readdirSync(dir).sort(),
  };
}
