import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { isOwn } from '../../lifecycle/walk/store.ts';
import { waitText } from '../../lifecycle/walk/voice.ts';
import { handOverFault, hasFault } from '../run/fault.ts';
import { readWait } from '../run/waits.ts';
import { readProcessSettings } from '../settings/read.ts';
import { passOn, print, printError } from '../terminal/print.ts';
import { isTerminal } from '../terminal/stream-guard.ts';
import { TICK_MS, terminalLine } from '../terminal/terminal-voice.ts';
import { handedEnding } from './ending.ts';
import { endKept } from './kept.ts';

/** Tells of the walk while it goes on, and its end on standard output; nothing else depends on it. */
export default class ConformanceReporter implements Reporter {
  /** What made tests fail: of interest where the suite itself has failed. */
  readonly #errors: string[] = [];
  readonly #line = terminalLine();

  printsToStdio(): boolean {
    return true;
  }

  onBegin(): void {
    const { reportsDir } = readProcessSettings();
    if (!isOwn(reportsDir)) return;
    if (isTerminal()) this.#showWaits(reportsDir);
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
    passOn('stdout', chunk);
  }

  onStdErr(chunk: string | Buffer): void {
    passOn('stderr', chunk);
  }

  onTestEnd(_: TestCase, { errors }: TestResult): void {
    this.#errors.push(...errors.map(messageOf));
  }

  onError(error: TestError): void {
    const message = messageOf(error);
    const problem = handedEnding()?.problem() ?? null;
    const isFault = problem === null || !message.endsWith(problem);
    const told = [...(isFault ? this.#errors.splice(0) : []), message];
    printError(...told.flatMap((one) => one.split('\n')));
    if (isFault) handOverFault();
  }

  async onEnd({ status }: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    // Playwright's own report has been written by now.
    const ending = handedEnding();
    await ending?.look();
    const isSuccess = ending === null ? await endOfKept(status) : ending.end();
    await ending?.printed();
    return status === 'passed' && (!isSuccess || hasFault()) ? { status: 'failed' } : undefined;
  }
}

/** Ends the run of a session that is under way, and tells of it; gives whether it was a success. */
async function endOfKept(status: FullResult['status']): Promise<boolean> {
  const { reportsDir } = readProcessSettings();
  const ended = await endKept(reportsDir, status === 'interrupted' ? 'stopped' : 'over');
  if (ended === null) return true;
  print(...ended.told.split('\n'));
  if (ended.problem !== null) printError(ended.problem);
  return ended.problem === null && ended.holds;
}

function messageOf({ message, value }: TestError): string {
  return message ?? value ?? 'An unknown error.';
}
