import { relative } from 'node:path';
import { stripVTControlCharacters, styleText } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';

/** A test that takes longer belongs to `npm run test:all`, in milliseconds. */
const QUICK_MS = 3000;

/** So many of the slowest are told. */
const SLOWEST = 10;

/** Where the line of a terminal begins anew. */
const CLEAR = '\r\u001b[2K';

/**
 * Tells how far the tests are: on a terminal in one line that updates, elsewhere a line for each tenth of them. What
 * fails is told at once, and at the end how many passed, how long it took and which were the slowest.
 */
export default class Progress implements Reporter {
  #root = '';
  #all = 0;
  #passed = 0;
  #failed = 0;
  #tenths = 0;
  readonly #begun = performance.now();
  readonly #slowest: (readonly [ms: number, test: TestCase])[] = [];

  onBegin({ rootDir }: FullConfig, suite: Suite): void {
    this.#root = rootDir;
    this.#all = suite.allTests().length;
    this.#tell('');
  }

  onTestEnd(test: TestCase, { status, errors, duration }: TestResult): void {
    // One that an earlier one kept from running has shown nothing.
    if (status === 'skipped') return;
    if (test.ok()) this.#passed += 1;
    else {
      this.#failed += 1;
      this.#print(styleText('red', `✘ ${this.#nameOf(test)}: ${status}`));
      for (const error of errors) this.onError(error);
    }
    this.#slowest.push([duration, test]);
    this.#tell(this.#nameOf(test));
  }

  onError({ message = '', stack, snippet = '', value = '' }: TestError): void {
    this.#print([stack ?? message, value, snippet].filter((part) => part !== '').join('\n'));
  }

  onStdOut(chunk: string | Buffer): void {
    this.#print(String(chunk).trimEnd());
  }

  onStdErr(chunk: string | Buffer): void {
    this.#print(String(chunk).trimEnd());
  }

  onEnd({ status }: FullResult): void {
    const slow = this.#slowest
      .filter(([ms]) => ms > QUICK_MS)
      .sort(([a], [b]) => b - a)
      .slice(0, SLOWEST);
    if (slow.length > 0) this.#print(`The slowest of those that took over ${QUICK_MS / 1000} s:`);
    for (const [ms, test] of slow)
      this.#print(`${(ms / 1000).toFixed(1).padStart(6)} s  ${this.#nameOf(test)}`);
    const never = this.#all - this.#passed - this.#failed;
    const seconds = Math.round((performance.now() - this.#begun) / 1000);
    const counts = `${this.#passed} passed, ${this.#failed} failed${never > 0 ? `, ${never} did not run` : ''}`;
    this.#print(styleText(status === 'passed' ? 'green' : 'red', `${counts}, in ${seconds} s`));
  }

  printsToStdio(): boolean {
    return true;
  }

  #nameOf({ location: { file, line }, title }: TestCase): string {
    return `${relative(this.#root, file)}:${line} ${title}`;
  }

  #print(text: string): void {
    const { isTTY } = process.stdout;
    process.stdout.write(`${isTTY ? CLEAR : ''}${isTTY ? text : stripVTControlCharacters(text)}\n`);
  }

  /** The line of progress, with what ended last. */
  #tell(last: string): void {
    const done = this.#passed + this.#failed;
    const line = `${done} of ${this.#all} tests${this.#failed > 0 ? `, ${this.#failed} failed` : ''}`;
    if (process.stdout.isTTY) {
      const columns = process.stdout.columns || 80;
      process.stdout.write(`${CLEAR}${`${line}  ${last}`.slice(0, columns - 1)}`);
      return;
    }
    const tenths = Math.floor((10 * done) / Math.max(1, this.#all));
    if (done > 0 && tenths === this.#tenths) return;
    this.#tenths = tenths;
    this.#print(line);
  }
}
