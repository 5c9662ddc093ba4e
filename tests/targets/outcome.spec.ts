import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type EndedTarget, outcomeOf, reportStamp } from '../../src/app/targets/outcome.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { A, B, F, KEYS, morning, type Night, runId } from '../history/lines.ts';
import { writeReport } from '../history/reports.ts';
import { test } from '../own-test.ts';

const TARGET = {
  endpoint: 'https://modelarts.example.com',
  project: 'p',
  collection: 'pool-a',
  item: 'log-agent',
};

const dir = () => test.info().outputPath('a');

/** What became of a target whose process ended so. */
function endedWith(exitCode: number, change: Partial<EndedTarget> = {}) {
  return outcomeOf({ name: 'a', target: TARGET, exitCode, dir: dir(), said: '', keys: KEYS, ...change });
}

/** Leaves a report that says that its run ended so. */
function report(night: Night, exitCode: number, change: Partial<Report> = {}): void {
  writeReport(1, night, { run: { id: runId(1), exitCode, attempts: 1, mostAttempts: 1 }, ...change }, 'a');
}

test('what the totals keep of a report is what it says', () => {
  const waived = { [A]: 'waived', [B]: [F] } as const;
  report(waived, 1, {
    changes: {
      ...{ base: null, comparable: true, why: null, still: [], fixed: [], intermittent: [], unknown: [] },
      new: [{ id: B, fingerprint: F, since: morning(1), seen: 1, of: 1 }],
    },
  });
  const made = endedWith(1);
  expect(made).toMatchObject({ name: 'a', target: TARGET, exitCode: 1, verdict: 'non-conformant' });
  expect(made.report).toMatchObject({
    ...{ run: runId(1), startedAt: morning(1), mock: false, strict: false },
    changes: { new: 1, still: 0, fixed: 0 },
    notPassed: [
      { id: A, outcome: 'waived', fingerprints: [F] },
      { id: B, outcome: 'failed', fingerprints: [F] },
    ],
  });
});

test('where nothing can be compared, nothing is said to be new', () => {
  const none = { new: [], still: [], fixed: [], intermittent: [], unknown: [] };
  report({}, 0, { changes: { base: null, comparable: false, why: 'It was a mock.', ...none } });
  expect(endedWith(0).report?.changes).toBeNull();
});

test('the worse of what the process and its report say counts, and 2 counts as 3', () => {
  for (const [ofProcess, ofReport, exitCode] of [
    ...([
      [0, 0, 0],
      [0, 4, 4],
      [4, 0, 4],
      [130, 0, 130],
      [0, 3, 3],
      [2, 0, 3],
      [137, 0, 4],
      [3, 130, 130],
    ] as const),
  ]) {
    report({}, ofReport);
    expect([ofProcess, ofReport, endedWith(ofProcess).exitCode]).toEqual([ofProcess, ofReport, exitCode]);
  }
  report({ [A]: [F] }, 0);
  expect(endedWith(0)).toMatchObject({ exitCode: 1, verdict: 'non-conformant' });
  report({ [A]: [F] }, 130);
  expect(endedWith(130)).toMatchObject({ exitCode: 130, verdict: 'non-conformant' });
});

test('the reason is that of the report, unless the exit code says what it does not', () => {
  report({ [A]: [F] }, 1, { reason: 'It did not hold.' });
  expect(endedWith(1, { said: 'A line.' }).reason).toBe('It did not hold.');
  report({}, 4, { reason: 'No MUST was broken.' });
  expect(endedWith(4, { said: 'A file held a secret.' }).reason).toBe('A file held a secret.');
  expect(endedWith(4).reason).toBe('The suite itself failed, which says nothing about the endpoint.');
  report({}, 2, { reason: 'No MUST was broken.' });
  expect(endedWith(2, { said: 'The target is a mock.' }).reason).toBe('The target is a mock.');
});

test('a report of an earlier run, or of another, is none of this one', () => {
  report({}, 0);
  expect(endedWith(0, { before: null }).report).not.toBeNull();
  const later = endedWith(2, { before: reportStamp(dir()), said: 'A setting is wrong.' });
  expect(later).toMatchObject({ exitCode: 3, verdict: null, reason: 'A setting is wrong.', report: null });
  expect(endedWith(0, { run: runId(1) }).report).not.toBeNull();
  expect(endedWith(0, { run: runId(2) }).report).toBeNull();
});

test('a folder that cannot be looked into has no report, and is no error: other targets go on', () => {
  symlinkSync('a', dir());
  expect(reportStamp(dir())).toBeNull();
  expect(endedWith(2, { before: null, said: 'Nothing can be written there.' })).toMatchObject({
    exitCode: 3,
    reason: 'Nothing can be written there.',
  });
});

test('a run that ended as if it had a verdict and left none that can be read is a fault', () => {
  const left: readonly (() => void)[] = [
    () => undefined,
    () => mkdirSync(join(dir(), 'conformance.json'), { recursive: true }),
  ];
  for (const leave of left) {
    leave();
    for (const code of [0, 1]) {
      const reason = `Its run ended with exit code ${code}, and left no report that can be read.`;
      expect(endedWith(code)).toMatchObject({ exitCode: 4, verdict: null, reason, report: null });
    }
    for (const code of [3, 4, 130]) {
      expect(endedWith(code, { said: 'So it was.' })).toMatchObject({ exitCode: code, reason: 'So it was.' });
      expect(endedWith(code).reason).toMatch(/\S\.$/);
    }
  }
});

test('a report that does not fit its schema is none', () => {
  report({}, 0);
  for (const text of ['', '{', '[]', '{"verdict":"conformant"}', '\u0000']) {
    writeFileSync(join(dir(), 'conformance.json'), text);
    expect([text, endedWith(0).exitCode]).toEqual([text, 4]);
  }
});
