import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { announce } from '../campaign/announce.ts';
import { planFor } from '../campaign/begin.ts';
import { isOwn, readFacts, readStore, removeStore } from '../campaign/store.ts';
import { lineOf, TICK_MS } from '../campaign/terminal-voice.ts';
import { TIDY } from '../campaign/tidy.ts';
import { waitText } from '../campaign/voice.ts';
import { readWait } from '../campaign/waits.ts';
import type { Contract } from '../model/contract.ts';
import { readProcessSettings } from '../settings/read.ts';

/** Tells of the walk while it goes on; at its end judges all of it once and writes the reports. */
export default class ConformanceReporter implements Reporter {
  /** What ended the run from outside the tests. */
  readonly #faults: string[] = [];
  /** What made tests fail: of interest where one of them was cut off. */
  readonly #errors: string[] = [];
  readonly #line = lineOf(process.stdout);
  #contract: Promise<Contract> | null = null;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(): void {
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
    console.error(messageOf(error));
    this.#faults.push(messageOf(error));
  }

  async onEnd({ status }: FullResult): Promise<void> {
    const settings = readProcessSettings();
    const facts = readFacts(settings.reportsDir);
    // The directory may be that of another run: then this one was refused, and touches nothing.
    if (facts === null || !isOwn(settings.reportsDir)) return;
    try {
      const { evidence, cutOff } = readStore(settings.reportsDir);
      const interrupted = status === 'interrupted';
      // No report is written of what the suite itself got wrong.
      if (this.#faults.length > 0) return;
      if (cutOff.length > 0 && !interrupted) {
        console.error([...this.#errors, 'This is a fault of the suite itself.'].join('\n'));
        return;
      }
      const { finishRun, loadContract, tell } = await import('#suite/finish');
      const contract = await (this.#contract ?? loadContract());
      const finished = await finishRun(settings, planFor(settings, facts), {
        contract,
        evidence: evidence.filter(({ scenario }) => scenario !== TIDY),
        tidied: evidence.find(({ scenario }) => scenario === TIDY) ?? null,
        interrupted,
      });
      console.log(tell(finished));
    } finally {
      removeStore(settings.reportsDir);
    }
  }
}

function messageOf({ message, value }: TestError): string {
  return message ?? value ?? 'An unknown error.';
}
