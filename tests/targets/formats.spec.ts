import { expect } from '@playwright/test';
import pc from 'picocolors';
import type { TargetOutcome } from '../../src/engine/model/targets.ts';
import { targetsHtml } from '../../src/engine/report/targets/targets-html.ts';
import { targetsJunit } from '../../src/engine/report/targets/targets-junit.ts';
import { targetsMarkdown } from '../../src/engine/report/targets/targets-markdown.ts';
import { targetsTerminal } from '../../src/engine/report/targets/targets-terminal.ts';
import { test } from '../own-test.ts';
import { HOSTILE } from '../report/hostile.ts';
import { asGitlab, asJenkins, parsedJunit } from '../report/junit-readers.ts';
import { shown } from '../report/rendered.ts';
import { broken, figures, inputOf, manyOutcomes, notPassed, outcome, without } from './samples.ts';

const CONFORMING = [outcome('a'), outcome('b')];
const RED = [outcome('a'), broken('b', 2), without('down', 3, 'Nothing could be tested.')];

const SUITE = (name: string, cases: string, [tests, failures, errors] = [1, 0, 0]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Title" tests="${tests}" failures="${failures}" errors="${errors}" time="1.500">
  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="${errors}" time="1.500" skipped="0" timestamp="2026-03-01T02:00:00">
    <properties>
      <property name="verdict" value="conformant"/>
      <property name="endpoint" value="https://a.example.com"/>
    </properties>
${cases}
  </testsuite>
</testsuites>
`;
const CASE = '    <testcase classname="wire" name="delete.200.json: MUST" time="0.010"/>';
const FAILING =
  '    <testcase classname="wire" name="delete.200.json: MUST" time="0.010"><failure message="It is not."/></testcase>';

const junit = (
  outcomes: readonly TargetOutcome[],
  files: Readonly<Record<string, string>>,
  names?: string[],
) => [...targetsJunit(inputOf(outcomes, names), (name) => files[name] ?? null)].join('');

const terminal = (outcomes: readonly TargetOutcome[], columns = 80, names?: readonly string[]) =>
  targetsTerminal(inputOf(outcomes, names), {
    ...{ colors: pc.createColors(false), columns, page: 'reports/targets.html' },
  });

test('the sentence at the head of the page begins as that of a run, in one header', () => {
  for (const [outcomes, sentence] of [
    [CONFORMING, 'Nothing was found against it'],
    [RED, 'Do not ship on this'],
    [
      [outcome('a'), without('down', 3, 'Down.')],
      'Cannot say, because nothing can be said of 1 of 2 targets',
    ],
  ] as const) {
    const page = targetsHtml(inputOf(outcomes));
    expect(page.match(/<header\b/g)).toHaveLength(1);
    expect(page).toContain(`<p class="ship">${sentence}`);
    expect(page).toContain('LIVE');
    expect(page).not.toContain('<script');
  }
});

test('a target is linked to its page where it has a report, by an address that any name is safe in', () => {
  const page = targetsHtml(inputOf([outcome('a b+c@d'), broken('x'), without('down', 4, 'A fault.')]));
  expect(page).toContain('<a href="a%20b%2Bc%40d/conformance.html">a b+c@d</a>');
  expect(page).toContain('href="x/conformance.html#delete.200.body.kind"');
  expect(page).not.toContain('down/conformance.html');
});

test('a mock is told at its row and at the head, and what was not tested in every format', () => {
  const outcomes = [outcome('a', { report: figures({ mock: true }) }), outcome('b')];
  const names = ['a', 'died', 'b'];
  const input = inputOf(outcomes, names);
  const page = targetsHtml(input);
  expect(page.match(/MOCK<\/(?:span|strong)>/g)).toHaveLength(2);
  for (const text of [
    page,
    targetsMarkdown(input),
    terminal(outcomes, 80, names),
    junit(outcomes, {}, names),
  ])
    expect(text).toMatch(/No machine tested (?:it|.{0,6}died)/);
  expect(targetsMarkdown(input)).toContain('**MOCK**');
});

test('different suites are told by the page, the summary and the terminal', () => {
  const outcomes = [outcome('a'), outcome('b', { report: figures({ suite: '9.9.9' }) })];
  const input = inputOf(outcomes);
  for (const text of [targetsHtml(input), targetsMarkdown(input), terminal(outcomes, 120)])
    expect(text).toMatch(/different versions of the suite: .*9\.9\.9/);
});

test('the end on a terminal has at most twelve lines, with all that matters, however many there are', () => {
  for (const count of [3, 40, 100, 500]) {
    for (const columns of [40, 80, 200]) {
      const outcomes = manyOutcomes(count).map((one, at) =>
        at % 2 === 0 && one.report !== null ? { ...one, report: { ...one.report, suite: '9.9.9' } } : one,
      );
      const names = [...outcomes.map(({ name }) => name), 'died'];
      const text = terminal(outcomes, columns, names);
      const lines = text.trim().split('\n');
      expect([count, columns, lines.length <= 12]).toEqual([count, columns, true]);
      expect(lines[0]).toMatch(/^✗ NON-CONFORMANT {2}\d/);
      expect(text).toMatch(/\n\d+ targets: /);
      expect(text).toContain('Since the last comparable runs');
      expect(lines.at(-1)).toBe('reports/targets.html');
    }
  }
  expect(terminal(RED)).toContain('\n  ✗ b  Non-conformant: `delete.200.body.kind` did not hold.\n');
  expect(terminal(CONFORMING)).toBe(
    '\n✓ CONFORMANT  All 2 targets conform.\n2 targets: 2 conformant\n\nreports/targets.html\n',
  );
});

test('the summary begins with the verdict, and is cut where a service would drop it', () => {
  expect(targetsMarkdown(inputOf(RED))).toMatch(
    /^# ❌ Non-conformant: 3 targets\n\n1 of 3 targets did not conform: `b`\.\n/,
  );
  const long = Array.from({ length: 300 }, (_, at) => without(`t${at}`, 3, `${at} ${'|`'.repeat(290)}`));
  const text = targetsMarkdown(inputOf(long));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
  expect(text).toContain('100 more targets in [targets.html](targets.html).');
});

test('what a target, a name or a reason says does nothing in the summary @slow', async () => {
  const hostile = [
    broken(`a${HOSTILE}`, 0, 0, { notPassed: [notPassed(0, { id: HOSTILE, title: `MUST ${HOSTILE}` })] }),
    without('b', 3, HOSTILE),
    outcome('c', { target: { endpoint: HOSTILE, project: 'p', collection: HOSTILE, item: HOSTILE } }),
  ];
  const page = await shown(targetsMarkdown(inputOf(hostile)));
  const targets = page.rows.filter((cells) => cells.length === 6);
  expect(targets).toHaveLength(1 + hostile.length);
  expect(page.tags).not.toContain('img');
  expect(page.links.every((link) => /^(?:targets\.html|[^:/]*\/conformance\.html)$/.test(link))).toBe(true);
  expect(page.headings.slice(1)).toEqual(['What is broken where', 'What could not be told']);
});

test('a suite a target, with its name before it, and the sums of all', () => {
  const files = { a: SUITE('t in p at h', CASE), b: SUITE('u in p at h', FAILING, [1, 1, 0]) };
  const text = junit(RED, files);
  expect(text).toContain(
    '<testsuites name="Delete a Plug-in" tests="3" failures="1" errors="1" time="3.000">',
  );
  expect(
    [...text.matchAll(/<testsuite name="([^"]*)" tests="(\d)" failures="(\d)" errors="(\d)"/g)].map(
      ([, ...of]) => of.join(' '),
    ),
  ).toEqual([
    'a: t in p at h 1 0 0',
    'b: u in p at h 1 1 0',
    'down: log-agent in pool-a at down.example.com 1 0 1',
  ]);
  expect(text).toContain('classname="b.wire" name="delete.200.json: MUST"');
});

test('a target whose cases are all green and whose run was not is not green', () => {
  const outcomes = [outcome('a', { exitCode: 4, reason: 'A file held a secret.' }), outcome('b')];
  const text = junit(outcomes, { a: SUITE('t', CASE), b: SUITE('t', CASE) });
  expect(text).toContain('<testsuites name="Delete a Plug-in" tests="3" failures="0" errors="1"');
  expect(text).toContain('<error message="A file held a secret." type="fault of the suite">');
});

test('a report without its `junit.xml`, or with half of one, is an error', () => {
  // Without an end it would be looked for behind each of the many heads.
  const heads = '<testsuite name="" tests="1" failures="1" errors="1" time="1" '.repeat(200_000);
  for (const files of [{}, { a: '' }, { a: '<testsuites><testsuite name="x">' }, { a: heads }])
    expect(junit([outcome('a')], files)).toContain('tests="1" failures="0" errors="1"');
});

test('servers that read the file find each target apart, whatever names and reasons are @slow', async () => {
  const names = [`x"<&>'${HOSTILE}`, 'died'];
  const outcomes = [...RED, without(names[0] ?? '', 3, HOSTILE)];
  const all = [...outcomes.map(({ name }) => name), 'died'];
  const files = { a: SUITE('t &quot;in&quot; p', CASE), b: SUITE('t in p', FAILING, [1, 1, 0]) };
  const { error, root } = await parsedJunit(junit(outcomes, files, all));
  expect([error, root.children.length]).toEqual([null, 5]);
  const jenkins = asJenkins(root);
  expect(jenkins.map(({ status }) => status)).toEqual(['passed', ...Array(4).fill('failed')]);
  expect(jenkins[0]).toMatchObject({ suite: 'a: t "in" p', classname: 'a.wire' });
  expect(asGitlab(root)).toHaveLength(5);
  expect(asGitlab(root).at(-1)?.details).toBe('No machine tested it.');
});
