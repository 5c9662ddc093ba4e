import type { Settings } from '../../lifecycle/settings/settings.ts';
import { BlockedError } from '../../lifecycle/walk/blocked.ts';
import { NOTHING_MORE } from '../../lifecycle/walk/session.ts';
import { longestRun } from './longest.ts';
import type { RunPlan } from './run-suite.ts';

/** Timers that are set for longer go off at once, in milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** When the scenarios of a run end at the latest. */
export interface Deadline {
  /** Aborted by an interruption, and once the time is over; it says which. */
  readonly signal: AbortSignal;
  /** The scenarios are over. */
  readonly close: () => void;
}

/** Ends the scenarios at an interruption, once the time that was set is over, or the one that they may take at all. */
export function openDeadline(settings: Settings, { run, suite }: RunPlan, interrupt: AbortSignal): Deadline {
  const { runTimeoutMs } = settings;
  const controller = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const abort = () => controller.abort();
  const endAfter = (limitMs: number, error: BlockedError) => {
    const leftMs = limitMs - passedSince(run.startedAt);
    if (leftMs > LONGEST_TIMER_MS) return;
    const timer = setTimeout(() => controller.abort(error), leftMs);
    timers.push(timer.unref());
  };
  if (interrupt.aborted) abort();
  else interrupt.addEventListener('abort', abort, { once: true });
  if (runTimeoutMs !== null) endAfter(runTimeoutMs, timeSet(runTimeoutMs));
  // Only a target that answers as late as it may, again and again, meets this one: it makes true what is said of a run.
  longestRun(settings, suite).then(
    ({ scenariosMs }) => {
      if (scenariosMs !== runTimeoutMs) endAfter(scenariosMs, timeAtAll(scenariosMs));
    },
    () => undefined,
  );
  return {
    signal: controller.signal,
    close: () => {
      interrupt.removeEventListener('abort', abort);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Aborted once tidying has taken a settle time more than the scenarios may take. */
export async function tidyingTime(
  settings: Settings,
  { run, names, words, suite }: RunPlan,
): Promise<AbortSignal> {
  const controller = new AbortController();
  // Whatever else fails, what was installed is removed.
  const longest = await longestRun(settings, suite).catch(() => null);
  if (longest === null) return controller.signal;
  const { scenariosMs, settleTimeoutMs } = longest;
  const leftMs = Math.max(0, scenariosMs - passedSince(run.startedAt));
  const error = new BlockedError({
    cause: `The time for tidying was over: \`${names.item}\` may still be in the ${words.collection}.`,
    tried: `It was given the settle time, ${settleTimeoutMs} ms.`,
    remedy: `Remove it with \`npx --no conformance sweep\`, or raise \`${suite.settings.settleTimeout}\`.`,
    endsRun: false,
  });
  const limitMs = Math.min(leftMs + settleTimeoutMs, LONGEST_TIMER_MS);
  setTimeout(() => controller.abort(error), limitMs).unref();
  return controller.signal;
}

function timeSet(limitMs: number): BlockedError {
  return overtime(
    `The time of the run was over: \`MODELARTS_RUN_TIMEOUT_MS\` is ${limitMs}.`,
    'Raise `MODELARTS_RUN_TIMEOUT_MS`, or find out why the target takes so long.',
  );
}

function timeAtAll(limitMs: number): BlockedError {
  return overtime(
    `The run took ${limitMs} ms, the most that its requests and waits may take.`,
    'Find out why the target takes so long, or raise `MODELARTS_REQUEST_TIMEOUT_MS`.',
  );
}

function overtime(cause: string, remedy: string): BlockedError {
  return new BlockedError({ cause, tried: NOTHING_MORE, remedy, endsRun: true, overtime: true, lasts: true });
}

function passedSince(startedAt: string): number {
  return Date.now() - Date.parse(startedAt);
}
