import type {
  FullConfig,
  FullResult,
  Reporter,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import { announce } from '../campaign/announce.ts';
import { planFor } from '../campaign/begin.ts';
import { handOverFault, hasFault } from '../campaign/fault.ts';
import type { Plan } from '../campaign/plan.ts';
import { printAnyhow } from '../campaign/standard-streams.ts';
import { isOwn, isWhole, readFacts, readStore, removeStore, TIDY } from '../campaign/store.ts';
import { lineOf, TICK_MS } from '../campaign/terminal-voice.ts';
import { waitText } from '../campaign/voice.ts';
import { readWait } from '../campaign/waits.ts';
import type { Contract } from '../model/contract.ts';
import { readProcessSettings } from '../settings/read.ts';
import type { Settings } from '../settings/settings.ts';
import { removeTorn } from './folders.ts';

/** Tells of the walk while it goes on; at its end judges all of it once and writes the reports. */
export default class ConformanceReporter implements Reporter {
  /** What ended the run from outside the tests. */
  readonly #faults: string[] = [];
  /** What made tests fail: of interest where one of them was cut off. */
  readonly #errors: string[] = [];
  readonly #line = lineOf(process.stdout);
  #contract: Promise<Contract> | null = null;
  /** Where Playwright writes what is no report, wherever it was told to. */
  #outputDirs: readonly string[] = [];

  printsToStdio(): boolean {
    return true;
  }

  onBegin({ projects }: FullConfig): void {
    this.#outputDirs = projects.map(({ outputDir }) => outputDir);
    const settings = readProcessSettings();
    console.log(announce(settings));
    if (process.stdout.isTTY) this.#showWaits(settings.reportsDir);
    // Loaded while the worker starts: this process has nothing else to do then.
    this.#contract = import('#suite/finish').then(({ loadContract }) => loadContract());
    // Told at the end, where it is waited for.
    this.#contract.catch(() => undefined);
  }

  #showWaits(dir: string): void {
    const show = () => {
      const wait = readWait(dir);
      if (wait === null) this.#line.clear();
      else this.#line.show(waitText(wait));
    };
    setInterval(show, TICK_MS).unref();
  }

  onStdOut(chunk: string | Buffer): void {
    this.#line.clear();
    process.stdout.write(chunk);
  }

  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  onTestEnd(_: TestCase, { errors }: TestResult): void {
    this.#errors.push(...errors.map(messageOf));
  }

  onError(error: TestError): void {
    const message = messageOf(error);
    console.error(message);
    // What another reporter could not write takes nothing from what this run saw.
    if (OF_FILE.test(message)) handOverFault();
    else this.#faults.push(message);
  }

  async onEnd({ status }: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    const settings = readProcessSettings();
    const facts = readFacts(settings.reportsDir);
    // The directory may be that of another run: then this one was refused, and touches nothing.
    if (facts === null || !isOwn(settings.reportsDir)) return undefined;
    const plan = planFor(settings, facts);
    if (!isWhole(settings.reportsDir)) handOverFault();
    removeTorn(settings.reportsDir);
    let told = '';
    let leaks: readonly string[] = [];
    try {
      told = await this.#conclude(settings, plan, status === 'interrupted');
    } finally {
      removeStore(settings.reportsDir);
      const { removeLeaks } = await import('#suite/finish');
      // Playwright's own report has been written by now.
      leaks = removeLeaks(settings, plan, this.#outputDirs);
      if (leaks.length > 0) {
        console.error([...leaks, FAULT].join('\n'));
        handOverFault();
      }
    }
    if (leaks.length > 0) return { status: 'failed' };
    if (told !== '') await printAnyhow(told);
    return hasFault() ? { status: 'failed' } : undefined;
  }

  /** Writes the reports, and gives the end of the run as the terminal shows it; '' where a fault was told instead. */
  async #conclude(settings: Settings, plan: Plan, interrupted: boolean): Promise<string> {
    const { evidence, cutOff } = readStore(settings.reportsDir);
    // No report is written of what the suite itself got wrong.
    if (this.#faults.length > 0) return '';
    if (cutOff.length > 0 && !interrupted && isWhole(settings.reportsDir)) {
      console.error([...this.#errors, FAULT].join('\n'));
      return '';
    }
    const { finishRun, loadContract, tell } = await import('#suite/finish');
    const contract = await (this.#contract ?? loadContract());
    const finished = await finishRun(settings, plan, {
      contract,
      evidence: evidence.filter(({ scenario }) => scenario !== TIDY),
      tidied: evidence.find(({ scenario }) => scenario === TIDY) ?? null,
      interrupted,
    });
    return tell(finished);
  }
}

/** How Node tells that a file could not be written. */
const OF_FILE = /^(Error: )?E[A-Z]+: .*, (write|open|mkdir|close|copyfile)\b/;

const FAULT = 'This is a fault of the suite itself; it says nothing about the endpoint.';

function messageOf({ message, value }: TestError): string {
  return message ?? value ?? 'An unknown error.';
}
