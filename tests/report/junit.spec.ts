import { expect } from '@playwright/test';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { reportJunit } from '../../src/engine/report/junit.ts';
import { theBrowser } from '../browser.ts';
import { test } from '../own-test.ts';
import { CONFORMANT, UNREACHABLE } from './other-samples.ts';
import { REQUIREMENTS, SAMPLE } from './sample.ts';

/** Of the sample. */
const ALL = String(REQUIREMENTS.length);

interface Parsed {
  readonly error: string | null;
  readonly suite: Readonly<Record<string, string>>;
  readonly cases: readonly {
    readonly name: string;
    readonly classname: string;
    readonly children: readonly {
      readonly tag: string;
      readonly message: string | null;
      readonly text: string;
    }[];
  }[];
}

/** What a real XML parser makes of the file. */
async function parsed(input: ReportInput): Promise<Parsed> {
  const page = await (await theBrowser()).newPage();
  const result = await page.evaluate<Parsed>(`(() => {
    const xml = new DOMParser().parseFromString(${JSON.stringify(reportJunit(input))}, 'application/xml');
    const attributes = (one) => Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value]));
    const suite = xml.querySelector('testsuites > testsuite');
    return {
      error: xml.querySelector('parsererror')?.textContent ?? null,
      suite: suite === null ? {} : attributes(suite),
      cases: [...xml.querySelectorAll('testcase')].map((one) => ({
        ...attributes(one),
        children: [...one.children].map((child) => ({
          tag: child.tagName, message: child.getAttribute('message'), text: child.textContent,
        })),
      })),
    };
  })()`);
  await page.close();
  return result;
}

test('one test case a requirement, each with what became of it @slow', async () => {
  const { error, suite, cases } = await parsed(SAMPLE);
  expect(error).toBeNull();
  expect(cases.map(({ name }) => name)).toEqual(SAMPLE.report.requirements.map(({ id }) => id));
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
});

test('a failure tells title, clause, pointer, expected and actual; hostile text stays text @slow', async () => {
  const { cases } = await parsed(SAMPLE);
  const find = (id: string) => cases.find(({ name }) => name === id)?.children[0];
  const phase = find('delete.404.body.type');
  expect(phase?.message).toBe('`type` is none of the documented values.');
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
  const find = (id: string) => cases.find(({ name }) => name === id)?.children[0];
  expect(find('delete.404.body.detail')?.message).toBe(
    'not observed: In every 404 that came the member is absent, as it may be.',
  );
  expect(find('delete.method.put')?.message).toBe('not applicable: `NOTES_SOURCE` is `existing`.');
});

test('what is waived is skipped, by whom, until when and by which ticket, in part too @slow', async () => {
  const { cases } = await parsed(SAMPLE);
  const find = (id: string) => cases.find(({ name }) => name === id)?.children;
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
  const classOf = (id: string) => cases.find(({ name }) => name === id)?.classname;
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
