import type { ReportInput } from '../../src/engine/model/report.ts';
import { reportJunit } from '../../src/engine/report/junit.ts';
import { theBrowser } from '../browser.ts';

/** An element as an XML parser gives it. */
export interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Node[];
}

/** What a real XML parser makes of the file of a report, or of one whose text is given; its fault where it is none. */
export async function parsedJunit(
  input: ReportInput | string,
): Promise<{ error: string | null; root: Node }> {
  const text = typeof input === 'string' ? input : reportJunit(input);
  const page = await (await theBrowser()).newPage();
  const result = await page.evaluate<{ error: string | null; root: Node }>(`(() => {
    const xml = new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml');
    const node = (one) => ({
      tag: one.tagName,
      attributes: Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
      text: one.textContent,
      children: [...one.children].map(node),
    });
    return { error: xml.querySelector('parsererror')?.textContent ?? null, root: node(xml.documentElement) };
  })()`);
  await page.close();
  return result;
}

/** A test case as a CI server shows it. */
export interface ShownCase {
  readonly suite: string;
  readonly classname: string;
  readonly name: string;
  readonly seconds: number;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What is shown of it beside its name, in a line; '' where there is nothing. */
  readonly message: string;
  /** What is shown where it is opened. */
  readonly details: string;
}

/** As many characters from either end Jenkins keeps of what a case printed that did not fail. */
const HALF = 500;

/**
 * By the rules of Jenkins's plug-in `junit` (`CaseResult.java`, `SuiteResult.java`): an error counts before a failure,
 * `message` is an attribute, whatever has `skipped` is skipped, and of a long output the middle is dropped.
 */
export function asJenkins(root: Node): readonly ShownCase[] {
  return suitesOf(root).flatMap((suite) =>
    casesOf(suite).map((one) => {
      const broken = child(one, 'error') ?? child(one, 'failure');
      const skipped = child(one, 'skipped');
      const output = child(one, 'system-out')?.text ?? '';
      const kept = output.length > 2 * HALF && broken === undefined ? output.slice(0, HALF) : output;
      return {
        ...named(suite, one),
        status: skipped !== undefined ? 'skipped' : broken !== undefined ? 'failed' : 'passed',
        message: broken?.attributes['message'] ?? skipped?.attributes['message'] ?? skipped?.text ?? '',
        details: [broken?.text ?? '', kept].join('\n').trim(),
      };
    }),
  );
}

/**
 * By the rules of GitLab (`lib/gitlab/ci/parsers/test/junit.rb`): of an element that has a text its attributes are
 * dropped, a failure counts before an error, and cases that have suite, class and name in common are one.
 */
export function asGitlab(root: Node): readonly ShownCase[] {
  const cases = suitesOf(root).flatMap((suite) =>
    casesOf(suite).map((one): ShownCase => {
      const broken = child(one, 'failure') ?? child(one, 'error');
      const skipped = child(one, 'skipped');
      const output = child(one, 'system-out')?.text ?? '';
      const shown = broken ?? skipped;
      return {
        ...named(suite, one),
        status: broken !== undefined ? 'failed' : skipped !== undefined ? 'skipped' : 'passed',
        message: '',
        details:
          shown === undefined ? '' : [shown.text, broken === undefined ? '' : output].join('\n').trim(),
      };
    }),
  );
  return [...new Map(cases.map((one) => [`${one.suite}\n${one.classname}\n${one.name}`, one])).values()];
}

function suitesOf(root: Node): readonly Node[] {
  return root.children.filter(({ tag }) => tag === 'testsuite');
}

function casesOf(suite: Node): readonly Node[] {
  return suite.children.filter(({ tag }) => tag === 'testcase');
}

function child({ children }: Node, tag: string): Node | undefined {
  return children.find((one) => one.tag === tag);
}

function named(suite: Node, { attributes }: Node) {
  const { name = '', classname = '', time = '' } = attributes;
  return { suite: suite.attributes['name'] ?? '', classname, name, seconds: Number(time) };
}
