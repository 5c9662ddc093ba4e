import { expect } from '@playwright/test';
import { annotationsOf } from '../../src/app/pipelines/annotations.ts';
import { azureIssue } from '../../src/app/pipelines/azure.ts';
import { githubCommand } from '../../src/app/pipelines/github.ts';
import type { JudgedRequirement, Report } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import { HOSTILE, HOSTILE_PIECES } from '../cli/hostile-texts.ts';
import { test } from '../own-test.ts';
import { reported } from '../report/reported.ts';
import { REQUIREMENTS, reportOf, SAMPLE } from '../report/sample.ts';
import { azureCommandIn, azureFormatIn, githubCommandIn, linesOf } from './agents.ts';

const [MODEL] = REQUIREMENTS;

function judged(outcome: Outcome, id: string, text = 'A finding.'): JudgedRequirement {
  if (MODEL === undefined) throw new Error('There is a requirement.');
  const kind = outcome === 'failed' ? 'violation' : outcome === 'drift' ? 'drift' : 'trouble';
  const finding = reported({ kind, message: text, expected: text, actual: text });
  return { ...MODEL, id, title: `MUST: ${text}`, outcome, findings: [finding] };
}

/** A report whose scenarios were all carried through. */
function report(requirements: readonly JudgedRequirement[], change: Partial<Report> = {}): Report {
  return reportOf(requirements, { scenarios: [], ...change });
}

function shown(given: Report, exitCode = 1): readonly string[] {
  return annotationsOf({ exitCode, report: given }).map(({ level, title }) => `${level} ${title}`);
}

test('violations are errors and come first, then what could not be tested and drift, which are warnings', () => {
  const mixed = [
    judged('drift', 'drift.one'),
    judged('inconclusive', 'open.one', 'Trouble.'),
    judged('passed', 'passed.one'),
    judged('failed', 'failed.one'),
    judged('waived', 'waived.one'),
    judged('failed', 'failed.two'),
  ];
  expect(shown(report(mixed))).toEqual([
    'error failed.one',
    'error failed.two',
    'warning open.one',
    'warning waived.one',
    'warning drift.one',
  ]);
  expect(shown(report(mixed, { strict: true }))).toContain('error drift.one');
});

test('what is waived is a warning that says by whom, until when and by which ticket', () => {
  const waived = REQUIREMENTS.filter(({ outcome }) => outcome === 'waived');
  const [told] = annotationsOf({
    exitCode: 0,
    report: report(waived, { verdict: 'conformant-with-waivers' }),
  });
  expect(told?.message).toMatch(
    / \| waived by A\. Person .*since 2025-03-01 until 2025-05-31, ticket OPS-7 /,
  );
});

test('at most ten are shown, and the last one says how many more there are', () => {
  const eleven = Array.from({ length: 11 }, (_, at) => judged('failed', `failed.${at}`));
  const of = (count: number) => annotationsOf({ exitCode: 1, report: report(eleven.slice(0, count)) });
  expect(of(10).map(({ message }) => /\((\d+) more in/.exec(message)?.[1])).toEqual(
    Array(10).fill(undefined),
  );
  const told = annotationsOf({ exitCode: 1, report: report([...eleven, judged('drift', 'drift')]) });
  expect(told).toHaveLength(10);
  expect(told.map(({ message }) => /\((\d+) more in/.exec(message)?.[1])).toEqual([
    ...Array(9).fill(undefined),
    '2',
  ]);
});

test('where more than ten would be shown, what one answer broke is told once', () => {
  const broken = (id: string, exchange: number) => ({
    ...judged('failed', id),
    findings: [reported({ kind: 'violation', message: 'A finding.', exchange })],
  });
  const all = Array.from({ length: 12 }, (_, at) => broken(`failed.${at}`, at < 11 ? 5 : 7));
  const of = (count: number) => annotationsOf({ exitCode: 1, report: report(all.slice(0, count)) });
  expect(of(10)).toHaveLength(10);
  expect(of(12).map(({ title, message }) => [title, message.split(' | ').slice(2)])).toEqual([
    ['failed.0', ['the same answer broke 10 more requirements']],
    ['failed.11', []],
  ]);
});

test('what one cause leaves open is one warning, and an inconclusive run says why it is', () => {
  const open = ['a', 'b', 'c'].map((id) => judged('inconclusive', id, 'No answer came.'));
  const told = annotationsOf({
    exitCode: 3,
    report: report(open, { verdict: 'inconclusive', reason: 'Why.' }),
  });
  expect(told.map(({ level, message }) => `${level} ${message}`)).toEqual([
    'warning Why.',
    'warning No answer came. | 3 requirements',
  ]);
});

for (const [exitCode, expected] of [
  [0, []],
  [2, ['error Conformance run']],
  [4, ['error Conformance run']],
  [130, ['warning Conformance run']],
] as const) {
  test(`exit code ${exitCode} says what no verdict does, with a report and without`, () => {
    const conforming = report([judged('passed', 'a')], { verdict: 'conformant' });
    expect(shown(conforming, exitCode)).toEqual(expected);
    const without = annotationsOf({ exitCode, report: null }).map(({ level, title }) => `${level} ${title}`);
    expect(without).toEqual(exitCode === 0 ? ['error Conformance run'] : expected);
  });
}

/** Wherever a text of the target, or of the settings, stands in a report. */
function hostileReport(text: string): Report {
  const requirements = (['failed', 'inconclusive', 'drift'] as const).map((outcome) =>
    judged(outcome, `delete.${text}`, text),
  );
  const blocked = { cause: `${text}!`, tried: text, remedy: text, endsRun: true };
  return report(requirements, {
    verdict: 'inconclusive',
    reason: text,
    scenarios: SAMPLE.report.scenarios.map((one) => ({ ...one, blocked })),
  });
}

test('whatever a text holds, an agent sees one command of ours in a line, and all of the text in its data', () => {
  for (const text of [HOSTILE, ...HOSTILE_PIECES]) {
    const told = annotationsOf({ exitCode: 1, report: hostileReport(text) });
    expect(told.length).toBeGreaterThan(4);
    const seen = told.flatMap((one) => {
      const [github, azure] = [linesOf(githubCommand(one)), linesOf(azureIssue(one))];
      // Neither is it a command to the other one, nor to a log that shows the data in lines of its own.
      const shown = [...linesOf(one.message), ...linesOf(one.title)];
      return [
        ...github.map(githubCommandIn),
        ...azure.map(azureCommandIn),
        ...[...azure, ...shown].map((line) => githubCommandIn(line) ?? azureFormatIn(line)),
        ...[...github, ...shown].map(azureCommandIn),
      ].filter((found) => found !== null);
    });
    const meant = told.flatMap(({ level, title, message }) => [
      { command: level, properties: { title }, data: message },
      { command: 'task.logissue', properties: { type: level }, data: `${title}: ${message}` },
    ]);
    expect([text, seen]).toEqual([text, meant]);
  }
});

test('what an agent undoes in data and properties is escaped as it undoes it', () => {
  const one = { level: 'error', title: 'a:b,c%3A]d;e\r\nf', message: '100%0A%25]a;b\r\nc' } as const;
  expect(githubCommand(one)).toBe('::error title=a%3Ab%2Cc%253A]d;e%0D%0Af::100%250A%2525]a;b%0D%0Ac');
  expect(githubCommandIn(githubCommand(one))).toMatchObject({
    properties: { title: one.title },
    data: one.message,
  });
  expect(azureIssue(one)).toContain(']a:b,c%AZP253A]d;e%0D%0Af: 100%AZP250A%AZP2525]a;b%0D%0Ac');
  expect(azureCommandIn(azureIssue(one))?.data).toBe(`${one.title}: ${one.message}`);
});

test('the rules of the agents recognise what is meant to be recognised', () => {
  const found = [
    '::error::a',
    '\u00a0 ::set-output name=a,b=c%2C::d',
    'a ##[add-mask]b',
    '::nothing::a',
    'a ::error::',
  ];
  expect(found.map((line) => githubCommandIn(line)?.command ?? null)).toEqual([
    ...['error', 'set-output', 'add-mask', null, null],
  ]);
  expect(githubCommandIn(found[1] ?? '')?.properties).toEqual({ name: 'a', b: 'c,' });
  expect(azureCommandIn('a ##vso[task.complete result=a;]b')?.properties).toEqual({ result: 'a' });
  expect(azureFormatIn('a ##[group]b')).toBe('##[group]');
});
