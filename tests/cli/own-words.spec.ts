import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { HarEntry } from '../../src/engine/report/har-format.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { LIVE, problemsOf } from '../settings/read.ts';
import { conformance } from './command.ts';

const report = (name: string) => readFileSync(test.info().outputPath('reports', name), 'utf8');

/** The words of a text; of hashes, ids, bytes in base64 and what a test makes long there are none. */
function wordsIn(text: string): readonly string[] {
  return text.replaceAll(/\\n|[\w+/-]{40,}|\b[\da-f-]{12,}\b/g, ' ').match(/[A-Za-z_]{4,}/g) ?? [];
}

/** What a target sent, what was sent to it, and what the run is told by: none of that is ours. */
function ofTarget(): readonly string[] {
  // Written by the suite a moment ago.
  const { log } = JSON.parse(report('evidence.har')) as { log: { entries: readonly HarEntry[] } };
  return wordsIn(JSON.stringify(log.entries.map(({ request, response }) => [request, response])));
}

/** Each word once that is none of the target's and would be taken as a secret. */
function takenOf(words: readonly string[]): readonly string[] {
  const theirs = new Set(ofTarget());
  const ours = [...new Set(words)].filter((word) => !theirs.has(word));
  expect(ours.length).toBeGreaterThan(500);
  return ours.filter((word) => problemsOf({ ...LIVE, MODELARTS_AUTH_TOKEN: word }).length === 0);
}

for (const deviation of ['error-code-shape', 'never-deleted']) {
  test(`every word that the reports of a mock with \`${deviation}\` do not have from it is refused as a secret @slow`, async () => {
    const { code, stdout } = await conformance(
      ['run', '--mock', '--runner', 'direct', '--deviation', deviation],
      {},
    );
    expect(code).toBe(1);
    const files = ['conformance.html', 'conformance.json', 'conformance.md', 'junit.xml'].map(report);
    const { log } = JSON.parse(report('evidence.har'));
    const members = JSON.stringify(log, (_, value) => (typeof value === 'string' ? '' : value));
    expect(takenOf(wordsIn([...files, members, stdout].join('\n')))).toEqual([]);
  });
}

test("and so is every third word of eight letters of Playwright's page and its data @slow", async () => {
  const { code } = await conformance(['run', '--mock', '--deviation', 'error-code-shape']);
  expect(code).toBe(1);
  const page = report('playwright/index.html');
  const [, data = ''] = /data:application\/zip;base64,([\w+/=]+)/.exec(page) ?? [];
  const parts = Object.values(unzipSync(Buffer.from(data, 'base64'))).map((part) =>
    Buffer.from(part).toString(),
  );
  const all = new Set(wordsIn([page, ...parts].join('\n')));
  // Each costs as much as the settings of a run.
  const words = [...all].filter(({ length }) => length >= 8).filter((_, at) => at % 3 === 0);
  expect(parts.length).toBeGreaterThan(1);
  expect(takenOf(words)).toEqual([]);
});

test('a run, `doctor` and `sweep` with a secret that is a word of reports end in 2 with its name, and send nothing', async () => {
  const mock = await startMock({ tokens: ['evidence'] });
  for (const args of [['run'], ['run', '--runner', 'direct'], ['doctor'], ['sweep']]) {
    const { code, stdout, stderr } = await conformance(args, {
      ...liveSettings(mock.endpoint),
      MODELARTS_AUTH_TOKEN: 'evidence',
    });
    expect([args, code]).toEqual([args, 2]);
    expect(stdout + stderr).toContain('`MODELARTS_AUTH_TOKEN` is part of a name or a word that reports hold');
    expect(stdout + stderr).not.toContain('evidence');
  }
  expect(mock.requests()).toBe(0);
  await mock.close();
});
