import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { dayOf, daysLater } from '../../src/engine/verdict/days.ts';
import { conformance, unbroken } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { changed, entryOf, HOST, harOf, written } from './har.ts';

const judge = (...args: readonly string[]) => conformance(['judge', ...args]);

const reports = (...names: readonly string[]) => test.info().outputPath('reports', ...names);

test('`judge` ends in 0 where nothing is broken, and its last lines say what was judged @slow', async () => {
  const { code, stdout } = await judge(written(harOf([entryOf(200), entryOf(400)])));
  expect(code).toBe(0);
  const last = unbroken(stdout.trimEnd().split('\n').slice(-12).join('\n'));
  expect(last).toContain('NOTHING BROKEN');
  expect(last).toContain('Judged from a recording of WebInspector 537.36.');
  expect(last).toContain(`at ${HOST}`);
  expect(last).toMatch(/conformance\.html$/);
  expect(stdout).not.toMatch(/conformant/i);
});

test('`judge --json` prints the report alone, as its schema has it @slow', async () => {
  const { code, stdout, stderr } = await judge(written(harOf([entryOf(418)])), '--json');
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toBe(readFileSync(reports('conformance.json'), 'utf8'));
  const fits = ownSchema('conformance-report.schema.json');
  fits(JSON.parse(stdout));
  expect(fits.errors).toBeNull();
});

test('`judge` ends in 3 where nothing matches, and proposes the base below which something would @slow', async () => {
  const below = changed(200, ({ request }) => {
    request.url = `${HOST}/gateway${new URL(request.url).pathname}`;
  });
  const path = written(harOf([below]));
  const none = await judge(path);
  expect([none.code, unbroken(none.stdout)]).toEqual([3, expect.stringContaining(`${HOST}/gateway`)]);
  // Its own reports are replaced.
  expect((await judge(path, '--url-base', `${HOST}/gateway`)).code).toBe(0);
});

test('the report of a recording is no base of `changes`, and nothing of it is waived @slow', async () => {
  expect((await judge(written(harOf([entryOf(418)])))).code).toBe(1);
  for (const args of [
    ['changes', reports()],
    [
      'waive',
      '--all',
      '--reason',
      'A reason.',
      '--until',
      daysLater(dayOf(new Date().toISOString()), 30),
      '--approved-by',
      'Me',
    ],
  ]) {
    const { code, stderr } = await conformance(args);
    expect([code, unbroken(stderr)]).toEqual([2, expect.stringContaining('is the report of a recording')]);
  }
});

for (const [at, [title, args, says]] of (
  [
    ['no JSON', () => [written('{"log": {')], 'line 1, column 10'],
    ['no HAR', () => [written('{"log": {"entries": 1}}')], '`/log/entries`'],
    ['a file that is not there', () => ['nowhere.har'], '`nowhere.har` cannot be read (`ENOENT`)'],
    ['a folder', () => ['.'], 'is no regular file'],
    ['more than 512 MB', () => [large()], '513 MB'],
    [
      'a wrong base',
      () => [written(harOf([])), '--url-base', 'host/prefix'],
      '`--url-base` is `host/prefix`',
    ],
    [
      'a base with a password',
      () => [written(harOf([])), '--url-base', 'https://a:b4n4n4@h/'],
      'a URL with a user',
    ],
  ] as const
).entries()) {
  test(`\`judge\` ends in 2 for ${title}, and writes nothing${slowIf(isStoodFor(at))}`, async () => {
    const { code, stdout, stderr } = await judge(...args());
    expect([code, stdout]).toEqual([2, '']);
    expect(unbroken(stderr)).toContain(says);
    expect(stderr).not.toContain('b4n4n4');
    expect(existsSync(reports('conformance.json'))).toBe(false);
  });
}

function large(): string {
  const path = written('');
  truncateSync(path, 512_500_000);
  return path;
}

test('`judge` replaces nothing of a run, and nothing of a stranger', async () => {
  const path = written(harOf([entryOf(200)]));
  mkdirSync(reports(), { recursive: true });
  const ofRun = `{\n  "verdict": "inconclusive",\n "suite": { "name": "modelarts-plugin-conformance" } }`;
  for (const [name, text] of [
    ['conformance.json', ofRun],
    ['conformance.md', '# Mine'],
  ] as const) {
    writeFileSync(join(reports(), name), text);
    const { code, stderr } = await judge(path);
    expect([code, stderr]).toEqual([2, expect.stringContaining('`CONFORMANCE_REPORTS_DIR` is')]);
    expect(readFileSync(join(reports(), name), 'utf8')).toBe(text);
  }
});
