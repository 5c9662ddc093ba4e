import { expect } from '@playwright/test';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { reportJunit } from '../../src/engine/report/junit.ts';
import { requirementTimes } from '../../src/engine/report/requirement-times.ts';
import { test } from '../own-test.ts';
import { asGitlab, asJenkins, parsedJunit } from './junit-readers.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { REQUIREMENTS, SAMPLE } from './sample.ts';
import { exchange } from './sample-exchanges.ts';

/** Of the sample. */
const ALL = String(REQUIREMENTS.length);

/** The cases as the file has them, and the attributes of their suite. */
async function parsed(input: ReportInput) {
  const { error, root } = await parsedJunit(input);
  const suite = root.children[0];
  const cases = suite?.children.filter(({ tag }) => tag === 'testcase') ?? [];
  return {
    error,
    suite: suite?.attributes ?? {},
    cases: cases.map(({ attributes, children }) => ({
      name: attributes['name'] ?? '',
      classname: attributes['classname'],
      children: children.map(({ tag, text, attributes: { message = null } }) => ({ tag, text, message })),
    })),
  };
}

/** Whether a case is that of a requirement. */
function isOf(id: string): (one: { readonly name: string }) => boolean {
  return ({ name }) => name.startsWith(`${id}: `);
}

test('one test case a requirement, each with what became of it @slow', async () => {
  const { error, suite, cases } = await parsed(SAMPLE);
  expect(error).toBeNull();
  expect(cases.map(({ name }) => name)).toEqual(
    SAMPLE.report.requirements.map(
      ({ id, title, outcome }) => `${id}: ${title}${outcome === 'drift' ? ' (drift)' : ''}`,
    ),
  );
  const kinds = SAMPLE.report.requirements.map(
    ({ outcome }) =>
      ({
        passed: [],
        failed: ['failure'],
        inconclusive: ['error'],
        drift: ['system-out'],
        waived: ['skipped', 'system-out'],
        'not-observed': ['skipped'],
        'not-applicable': ['skipped'],
      })[outcome],
  );
  expect(cases.map(({ children }) => children.map(({ tag }) => tag))).toEqual(kinds);
  expect(suite).toMatchObject({ tests: ALL, failures: '6', errors: '5', skipped: '4' });
  expect(suite).toMatchObject({ time: '41.370', timestamp: '2025-03-17T12:29:18' });
  expect(suite).toMatchObject({ name: 'groceries in kitchen at notes.example.com' });
});

test('a failure tells title, clause, pointer, expected and actual; hostile text stays text @slow', async () => {
  const { cases } = await parsed(SAMPLE);
  const find = (id: string) => cases.find(isOf(id))?.children[0];
  const phase = find('delete.404.body.type');
  expect(phase?.message).toBe(
    '`type` is none of the documented values. | expected one of "about:blank", "/problems/no-such-note" | actual "gone"',
  );
  for (const part of [
    'MUST hold',
    'status code 404, type',
    'at /type',
    'expected one of "about:blank"',
    '"gone"',
    '\n  basis    a sibling page: The sibling pages have these two.',
  ]) {
    expect(phase?.text).toContain(part);
  }
  const hostile = find('delete.access.wrong-token');
  expect(hostile?.message).toContain('<script>window.__pwned = 1;');
  expect(hostile?.text).toContain(']]> <![CDATA[ --> "\' &amp; &#0; \\ufffe \\ud800 alone');
  expect(reportJunit(SAMPLE)).not.toMatch(/[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u);
});

test('what was skipped says why, with the setting where that is it @slow', async () => {
  const { cases } = await parsed(SAMPLE);
  const find = (id: string) => cases.find(isOf(id))?.children[0];
  expect(find('delete.404.body.detail')?.message).toBe(
    'not observed: In every 404 that came the member is absent, as it may be.',
  );
  expect(find('delete.method.put')?.message).toBe('not applicable: `NOTES_SOURCE` is `existing`.');
});

test('what is waived is skipped, by whom, until when and by which ticket, in part too @slow', async () => {
  const { cases } = await parsed(SAMPLE);
  const find = (id: string) => cases.find(isOf(id))?.children;
  const [skipped, text] = find('delete.default.body.title') ?? [];
  expect(skipped?.message).toMatch(
    /^violated, but waived by A\. Person .*since 2025-03-01 until 2025-05-31, ticket OPS-7 /,
  );
  expect(text?.text).toMatch(/\nWaived by A\. Person .*: It is mended in May\. /);
  expect(text?.text).toContain('`title` has another shape.');
  expect(find('delete.access.wrong-token')?.[0]?.text).toContain(
    '\n  waived   by B. Person, until 2025-04-30: The gateway.\n',
  );
});

test('classes are the chapters of the page @slow', async () => {
  const { cases } = await parsed(CONFORMANT);
  const classOf = (id: string) => cases.find(isOf(id))?.classname;
  expect(classOf('delete.204.status')).toBe('delete.204');
  expect(classOf('delete.404.json.encoding')).toBe('delete.404.wire');
  expect(classOf('delete.default.body.title')).toBe('delete.default.body');
  expect(classOf('delete.effect.gone')).toBe('delete.effect');
});

test('drift fails a strict run @slow', async () => {
  const { suite } = await parsed({ ...SAMPLE, report: { ...SAMPLE.report, strict: true } });
  expect(suite).toMatchObject({ failures: '8' });
});

test('what all left open is an error each, what all held is nothing @slow', async () => {
  expect((await parsed(UNREACHABLE)).suite).toMatchObject({ tests: ALL, errors: ALL, failures: '0' });
  expect((await parsed(CONFORMANT)).suite).toMatchObject({
    tests: ALL,
    errors: '0',
    failures: '0',
    skipped: '0',
  });
});

test('an inconclusive verdict is never all green @slow', async () => {
  const report = { ...CONFORMANT.report, verdict: 'inconclusive', reason: 'No 404 was seen.' } as const;
  const { suite, cases } = await parsed({ ...CONFORMANT, report });
  expect(suite).toMatchObject({ tests: String(REQUIREMENTS.length + 1), errors: '1' });
  expect(cases.at(-1)?.children).toEqual([{ tag: 'error', message: 'No 404 was seen.', text: '' }]);
});

test('a cause of many, or a reason, is told in full by the first of them alone @slow', async () => {
  const { cases } = await parsed(SAMPLE);
  const told = (id: string) => cases.find(isOf(id))?.children[0];
  const [first, ...others] = cases.filter(({ children }) =>
    /reset twice|cause of/.test(children[0]?.message ?? ''),
  );
  expect(first?.children[0]?.message).toContain('The connection was reset twice while `List` was answered.');
  expect(others).toHaveLength(2);
  for (const { children } of others) {
    expect(children[0]?.message).toBe(`inconclusive, for the cause of ${first?.name.split(': ')[0]}`);
    expect(children[0]?.text).not.toContain('reset twice');
  }
  const blocked = told('delete.404.repeated');
  expect(blocked?.text).toMatch(/\n {2}tried {4}The request was sent twice\. /);
  expect(blocked?.text).toContain('\n  to do    Ask who runs the gateway.');
  const because = { reason: 'The body of the 404 is no JSON.', requirement: 'delete.404.json' };
  const many = REQUIREMENTS.map((one) => ({
    ...one,
    outcome: 'not-observed' as const,
    findings: [],
    because,
  }));
  const { cases: unseen } = await parsed({ ...SAMPLE, report: { ...SAMPLE.report, requirements: many } });
  const messages = unseen.flatMap(({ children }) => children.map(({ message }) => message));
  expect(messages.slice(0, 2)).toEqual([
    'not observed: The body of the 404 is no JSON. (follows from delete.404.json)',
    `not observed, for the reason of ${REQUIREMENTS[0]?.id}`,
  ]);
});

for (const [server, read] of Object.entries({ Jenkins: asJenkins, GitLab: asGitlab })) {
  test(`${server} shows each requirement, what became of it, and what was expected @slow`, async () => {
    const { root } = await parsedJunit(SAMPLE);
    const cases = read(root);
    expect(cases.map(({ name }) => name.split(': ')[0])).toEqual(REQUIREMENTS.map(({ id }) => id));
    expect(cases.map(({ status }) => status)).toEqual(
      REQUIREMENTS.map(({ outcome }) =>
        outcome === 'failed' || outcome === 'inconclusive'
          ? 'failed'
          : outcome === 'passed' || outcome === 'drift'
            ? 'passed'
            : 'skipped',
      ),
    );
    expect(new Set(cases.map(({ suite }) => suite))).toEqual(
      new Set(['groceries in kitchen at notes.example.com']),
    );
    expect(cases.every(({ seconds }) => seconds >= 0)).toBe(true);
    const shown = (id: string) => {
      const one = cases.find(isOf(id));
      return `${one?.message}\n${one?.details}`;
    };
    expect(shown('delete.404.body.type')).toMatch(/expected one of "about:blank"[\s\S]*actual {3}"gone"/);
    expect(shown('delete.default.body.title')).toContain('violated, but waived by A. Person');
    expect(shown('delete.404.body.detail')).toContain('In every 404 that came the member is absent');
    expect(cases.find(isOf('delete.404.members'))?.name).toMatch(/ \(drift\)$/);
  });
}

test('a case takes as long as what shows it, and what was waited for, each counted once', () => {
  const sent = (index: number, atMs: number, durationMs: number) =>
    exchange({ index, durationMs, startedAt: new Date(Date.UTC(2025, 2, 17) + atMs).toISOString() });
  // A DELETE, a wait of 900 ms with two looks in it, and another DELETE.
  const exchanges = [sent(0, 0, 100), sent(1, 400, 50), sent(2, 950, 50), sent(3, 1200, 30)];
  const [first, second, third, fourth] = REQUIREMENTS.map((one, at) => ({
    ...one,
    exchanges: [[0], [0, 2], [1, 3], []][at] ?? [],
  }));
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error();
  const waits = [{ what: 'gone', exchange: 0, ms: 900, asked: 2 }];
  const timesOf = (...requirements: (typeof first)[]) => [
    ...requirementTimes({ report: { ...SAMPLE.report, requirements, waits }, exchanges }).values(),
  ];
  expect(timesOf(first, second, third, fourth)).toEqual([1000, 0, 30, 0]);
  // A look that was counted before the wait is no part of it.
  expect(timesOf(third, second, first)).toEqual([80, 950, 0]);
  const { requirements: _, ...report } = SAMPLE.report;
  const input = { ...SAMPLE, report: { ...report, requirements: [first], waits }, exchanges };
  expect(reportJunit(input)).toContain(`name="${first.id}: ${first.title}" time="1.000"`);
});
