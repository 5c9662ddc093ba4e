import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { appendTo } from '../../src/app/pipelines/append.ts';
import { githubOutput } from '../../src/app/pipelines/github.ts';
import { gitlabVariables } from '../../src/app/pipelines/gitlab.ts';
import { summaryText } from '../../src/app/pipelines/summary.ts';
import { reportMarkdown } from '../../src/engine/report/markdown.ts';
import { cutMarkdown, MOST_SUMMARY_BYTES } from '../../src/engine/report/markdown-cut.ts';
import { removeReports, reportsIn } from '../../src/engine/report/report-files.ts';
import { test } from '../own-test.ts';
import { reported } from '../report/reported.ts';
import { reportsFolder } from '../report/reports-folder.ts';
import { REQUIREMENTS, reportOf, SAMPLE } from '../report/sample.ts';
import { githubOutputsIn, gitlabVariablesIn } from './agents.ts';

const CUT = '**Cut here:**';
const { dir, put, strangers } = reportsFolder();
const read = (name: string) => readFileSync(join(dir(), name), 'utf8');

test('what others wrote stays, and what is appended begins a line of its own', () => {
  for (const [before, after] of [
    ['', 'b\n'],
    ['a', 'a\nb\n'],
    ['a\n', 'a\nb\n'],
  ] as const) {
    put('file', before);
    appendTo(join(dir(), 'file'), (bytes) => {
      expect(bytes).toBe(after.length - 2);
      return 'b\n';
    });
    expect(read('file')).toBe(after);
  }
  appendTo(join(dir(), 'new'), () => 'b\n');
  expect(read('new')).toBe('b\n');
});

test('what cannot be appended to is an error, and no folder is made', () => {
  mkdirSync(join(dir(), 'folder'));
  for (const name of ['folder', 'missing/file', 'new/']) {
    expect(() => appendTo(join(dir(), name), () => 'b')).toThrow(/EISDIR|ENOENT|ENOTDIR/);
  }
  expect(() => appendTo('/dev/full', () => 'b')).toThrow('ENOSPC');
});

test('a summary that fits is as it was, a longer one is cut behind a line with a sentence', () => {
  const text = 'ä| `b`\n'.repeat(100);
  expect(cutMarkdown(text, Buffer.byteLength(text))).toBe(text);
  const cut = cutMarkdown(text, Buffer.byteLength(text) - 1);
  expect(Buffer.byteLength(cut)).toBeLessThan(Buffer.byteLength(text));
  expect(cut).toMatch(/^(?:ä\| `b`\n){80,}\n\*\*Cut here:\*\* [^\n]*\n$/);
  expect(cutMarkdown(text, 20)).toBe('');
});

test('the summary of a run, however long the texts in it, is below what a service takes, and says where it was cut', () => {
  const long = '<日'.repeat(400);
  const findings = Array.from({ length: 5 }, (_, at) => {
    const pointer = `/${at}${long}`;
    const texts = { message: long, expected: long, actual: long, pointer };
    return reported({ kind: 'violation', ...texts, exchange: at });
  });
  const requirements = Array.from({ length: 80 }, (_, at) => ({
    ...(REQUIREMENTS[0] as (typeof REQUIREMENTS)[number]),
    ...{ id: `delete.${at}`, title: `MUST ${long}`, clause: long, outcome: 'failed' as const, findings },
  }));
  const text = reportMarkdown({ ...SAMPLE, report: reportOf(requirements) });
  expect(text.includes(CUT)).toBe(true);
  expect(Buffer.byteLength(text)).toBeGreaterThan(MOST_SUMMARY_BYTES - 10_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_SUMMARY_BYTES);
  expect(reportMarkdown(SAMPLE).includes(CUT)).toBe(false);
});

test("a step's summary is below the limit with what stood there before", () => {
  put('conformance.md', `# A\n\n${'- b\n'.repeat(5000)}`);
  const file = join(dir(), 'conformance.md');
  const end = { exitCode: 1, report: SAMPLE.report };
  const before = MOST_SUMMARY_BYTES - 10_000;
  const text = summaryText(end, file, before);
  expect(text).toMatch(/^\n# A\n\n(?:- b\n){2000,}\n\*\*Cut here:/);
  expect(before + Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_SUMMARY_BYTES);
  expect(summaryText(end, file, MOST_SUMMARY_BYTES - 5)).toBe('');
  expect(summaryText(end, file, 0)).toBe(read('conformance.md'));
});

test('a summary says what the exit code says beside the verdict, and where there is no report', () => {
  put('conformance.md', '# A\n');
  expect(summaryText({ exitCode: 4, report: SAMPLE.report }, join(dir(), 'conformance.md'), 0)).toMatch(
    /^\*\*The suite itself failed[^\n]*\*\* Exit code 4\.\n\n# A\n$/,
  );
  expect(summaryText({ exitCode: 2, report: null }, null, 0)).toMatch(
    /Exit code 2\.\n\n# Conformance: no verdict\n$/,
  );
  expect(summaryText({ exitCode: 1, report: SAMPLE.report }, null, 0)).toMatch(/^# Non-conformant\n\n/);
});

test('what later steps can ask for is read by the services as it was meant', () => {
  const { counts, verdict } = SAMPLE.report;
  for (const report of [SAMPLE.report, null]) {
    const of = (value: string | number) => (report === null ? '' : String(value));
    const [passed, failed, inconclusive] = [of(counts.passed), of(counts.failed), of(counts.inconclusive)];
    expect(githubOutputsIn(githubOutput({ exitCode: 3, report }))).toEqual({
      ...{ verdict: of(verdict), 'exit-code': '3', passed, failed, inconclusive },
    });
    expect(gitlabVariablesIn(gitlabVariables({ exitCode: 3, report }))).toEqual({
      CONFORMANCE_VERDICT: of(verdict),
      CONFORMANCE_EXIT_CODE: '3',
      CONFORMANCE_PASSED: passed,
      CONFORMANCE_FAILED: failed,
      CONFORMANCE_INCONCLUSIVE: inconclusive,
    });
  }
});

test("an earlier run's `conformance.env` is removed, somebody else's stays and is in nobody's way", () => {
  put('conformance.env', gitlabVariables({ exitCode: 0, report: null }));
  put('conformance.env.unfinished', '');
  expect(reportsIn(dir())).toHaveLength(2);
  removeReports(dir());
  expect(reportsIn(dir())).toEqual([]);
  for (const text of ['CONFORMANCE_REPORTS_DIR=.\n', '', 'CONFORMANCE_VERDICT=mine\n']) {
    put('conformance.env', text);
    expect([strangers(), reportsIn(dir())]).toEqual([[], []]);
    removeReports(dir());
    expect(read('conformance.env')).toBe(text);
  }
});
