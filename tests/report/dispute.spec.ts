import { expect } from '@playwright/test';
import type { JudgedRequirement, ReportInput } from '../../src/engine/model/report.ts';
import { curlOf } from '../../src/engine/report/curl.ts';
import { reportDispute } from '../../src/engine/report/dispute.ts';
import { test } from '../own-test.ts';
import { HOSTILE, MARKDOWN, SHELL } from './hostile.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { shown } from './rendered.ts';
import { reported } from './reported.ts';
import { REQUIREMENTS, reportOf, SAMPLE } from './sample.ts';
import { AT, answer, EXCHANGES, exchange, NOTE } from './sample-exchanges.ts';
import { FULL } from './sample-full.ts';

const BLANK = '_'.repeat(60);
const ANSWER = `Answer of the vendor: ${BLANK}`;
const OURS = ['a', 'blockquote', 'code', 'h1', 'h2', 'h3', 'li', 'p', 'pre', 'strong', 'ul'];
const [ANY] = REQUIREMENTS.filter(({ id }) => id === 'delete.404.body.title');

/** A report of one requirement, with what is said of it. */
function ofOne(change: Partial<JudgedRequirement>, exchanges = EXCHANGES): ReportInput {
  if (ANY === undefined) throw new Error('The sample has no such requirement.');
  return { ...SAMPLE, exchanges, report: reportOf([{ ...ANY, ...change }]) };
}

/** The part of a violation, by its number. */
function partOf(markdown: string, number: number): string {
  return markdown.split(/^### (?=\d+\. )/m).find((part) => part.startsWith(`${number}. `)) ?? '';
}

test('the head says what was tested, when, by what, with which verdict, and that each is to be answered', () => {
  const [head = ''] = reportDispute(SAMPLE).split('\n## ');
  const { run, contract, startedAt } = SAMPLE.report;
  for (const text of [
    ...['“Delete a Note”', '`https://notes.example.com`', '`groceries`', '`kitchen`', `\`${run.id}\``],
    ...[
      `\`${contract.sha256}\``,
      `\`${startedAt}\``,
      '**Non-conformant**',
      '6 of 53 requirements are violated.',
    ],
    'please answer each violation on its line',
  ]) {
    expect(head).toContain(text);
  }
  const target = { ...SAMPLE.report.target, endpoint: 'https://127.0.0.1:8443' };
  const here = { ...SAMPLE, report: { ...SAMPLE.report, target } };
  expect(reportDispute(here)).toContain('\n> The endpoint was on this machine (`127.0.0.1:8443`).\n');
  expect(reportDispute(UNREACHABLE)).toContain('> **Mock:**');
});

test('a violation has what is demanded, where, how it was read, what came, and how to look it up', () => {
  const finding = reported({
    ...{ kind: 'violation', message: '`title` is no string.', pointer: '/title', exchange: AT.refused },
    ...{ expected: 'a string', actual: '42', basis: 'reading', note: 'Of ours.' },
    ...{ requestId: '9f3d', date: 'Mon, 17 Mar 2025 12:29:38 GMT' },
  });
  const source = { clause: 'a', says: 'It says so.', note: 'It is read so.', readings: ['request-body'] };
  const text = partOf(reportDispute(ofOne({ source, findings: [finding, { ...finding, exchange: 19 }] })), 1);
  expect(text).toBe(`1. MUST hold what \`404.body.title\` says of the answer to a DELETE

- requirement \`delete.404.body.title\`
- clause: Response Parameters, status code 404, title (the page under test)
- the document says: It says so.
- how it was read: It is read so.
- rests on the reading \`request-body\`: The page lists no request parameters, and its example request carries the body \`{ }\`. A DELETE works with that body and without one; both are sent.
- rests on the reading \`of-earlier-versions\`

**Found:** \`title\` is no string.

- expected \`a string\`
- actual \`42\`
- at \`/title\`
- breaks this suite's reading: Of ours.
- exchanges 15, 19
- sent \`2025-03-17T12:29:38.550Z\`, \`Date\` of the answer \`Mon, 17 Mar 2025 12:29:38 GMT\`
- request id \`9f3d\`

\`\`\`sh
${curlOf(EXCHANGES[AT.refused] ?? exchange({}))}
\`\`\`

${ANSWER}

By whom, and when: ${BLANK}
`);
});

test('what a request did is repeated with what sets it up and the looks around it', () => {
  const text = reportDispute(FULL);
  const at = FULL.exchanges.length - 3;
  expect(text).toContain(`- exchange ${AT.status202} (the look before it 0, the one after it ${at})`);
  const block = /```sh\n# install what is deleted\n[\s\S]*?\n```/.exec(text)?.[0] ?? '';
  expect(block.match(/^# .*/gm)).toEqual([
    ...['# install what is deleted', '# what is there before', '# the request', '# what is there afterwards'],
  ]);
  expect(block).toContain("--request 'POST'");
});

test('of thousands alike a few are told, and how many more there are', () => {
  const many = [...Array(100).keys()].map((at) =>
    reported({ kind: 'violation', message: 'A neighbour is gone.', expected: `note-${at}`, exchange: 16 }),
  );
  const others = {
    ...reported({ kind: 'violation', message: 'And 9,900 more: A neighbour is gone.' }),
    count: 9_900,
  };
  const kinds = [...Array(7).keys()].map((at) => reported({ kind: 'violation', message: `Kind ${at}.` }));
  const text = reportDispute(ofOne({ findings: [...many, { ...others, exchange: 16 }, ...kinds] }));
  expect(text.match(/A neighbour is gone/g)).toHaveLength(3);
  expect(text).toContain('\nAnd 9,997 more like it.\n');
  expect(text.match(/\*\*Found:\*\* Kind/g)).toHaveLength(4);
  expect(text).toContain('\nAnd 3 more of other kinds.\n');
  expect(text.match(/curl /g)).toHaveLength(1);
});

test('only violations are told: drift where it fails the run, waived ones by themselves with who waived them', () => {
  const text = reportDispute(SAMPLE);
  const ids = [...text.matchAll(/^- requirement `(.*)`$/gm)].map(([, id = '']) => id);
  const told = ['failed', 'waived'];
  expect([...ids].sort()).toEqual(
    REQUIREMENTS.filter(({ outcome }) => told.includes(outcome))
      .map(({ id }) => id)
      .sort(),
  );
  expect(text).not.toContain('A second finding.');
  const [, waived = ''] = text.split('\n## 1 waived violation\n');
  expect(waived).toContain('\n### 7. MUST');
  expect(waived).toMatch(
    /^- waived by A\. Person .*since 2025-03-01 until 2025-05-31, ticket OPS-7 .*: It is mended in May\. /m,
  );
  expect(waived).toContain(ANSWER);
  expect(text.split('\n## ')[1]).toContain('- waived by B. Person, until 2025-04-30: The gateway.');
  const strict = reportDispute({ ...SAMPLE, report: { ...SAMPLE.report, strict: true } });
  expect(strict).toContain('## 8 violations');
  expect(strict).toContain('**Drift, which fails a strict run:** The body has the member `note`');
});

test('where nothing is to be answered it says so in one sentence', () => {
  for (const input of [CONFORMANT, UNREACHABLE]) {
    const text = reportDispute(input);
    expect(text).toContain('\nNo violation was found, so there is nothing to be answered.\n');
    expect(text).not.toMatch(/^##|Answer of the vendor/m);
  }
  const waived = reportDispute({
    ...SAMPLE,
    report: reportOf(REQUIREMENTS.filter(({ outcome }) => outcome === 'waived')),
  });
  expect(waived).toContain('\nNo violation was found but what somebody has waived.\n');
  expect(waived).toContain('### 1. MUST');
});

test('no request, no answer and no request id are each told as such', () => {
  const finding = (index: number) => reported({ kind: 'violation', message: 'So.', exchange: index });
  const text = reportDispute(ofOne({ findings: [finding(AT.silent)] }));
  expect(text).toContain(', and no whole answer came\n');
  expect(text).not.toContain('request id');
  expect(reportDispute(ofOne({ findings: [finding(AT.refused)] }))).toContain(
    ', no `Date` in the answer\n- no request id in the answer\n',
  );
  expect(reportDispute(ofOne({ findings: [finding(9_999)] }))).not.toMatch(/^- sent|curl/m);
});

test('GitHub shows what the target sent as text, and each line to write upon @slow', async () => {
  const texts = [HOSTILE, MARKDOWN, '```', '</details>', '| | |', '\\', '- [ ] a', '1. a'];
  for (const text of texts) {
    const requirements = FULL.report.requirements.map((one) => ({
      ...one,
      clause: text,
      ...(one.source === undefined ? {} : { source: { ...one.source, says: text, note: text } }),
      findings: one.findings.map((finding) => ({
        ...{ ...finding, message: text, expected: text, actual: text, pointer: `/${text}` },
        ...{ requestId: text, date: text, note: text },
      })),
    }));
    const report = { ...FULL.report, requirements, reason: text };
    const exchanges = FULL.exchanges.map((one) => ({ ...one, startedAt: text }));
    const { tags, links, paragraphs, headings } = await shown(reportDispute({ ...FULL, report, exchanges }));
    expect([text, tags.filter((tag) => !OURS.includes(tag))]).toEqual([text, []]);
    expect([text, links]).toEqual([text, []]);
    expect(headings).toHaveLength(3 + 8);
    expect(paragraphs.filter((one) => one === ANSWER)).toHaveLength(8);
  }
});

test('nothing of a request ends the block that its command stands in @slow', async () => {
  for (const body of ['```\n# out\n', '~~~\n</code>', `${SHELL}\n\n\`\`\`\`\`\n<b>out</b>`]) {
    const request = { method: 'PUT', url: `${NOTE}/\`\`\`\``, body };
    const one = exchange({ request, response: answer(500, {}), purpose: 'probe' });
    const findings = [reported({ kind: 'violation', message: 'So.', exchange: 0 })];
    const { code, headings, tags } = await shown(reportDispute(ofOne({ findings }, [one])));
    expect(code).toEqual([`${curlOf(one)}\n`]);
    expect(headings).toHaveLength(3);
    expect(tags.filter((tag) => !OURS.includes(tag))).toEqual([]);
  }
});
