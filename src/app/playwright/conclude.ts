import type { Contract } from '../../engine/model/contract.ts';
import type { Report } from '../../engine/model/report.ts';
import type { Settings } from '../../lifecycle/settings/settings.ts';
import { applicable } from '../../lifecycle/walk/campaign.ts';
import { isWhole, removeStore } from '../../lifecycle/walk/store.ts';
import type { Voice } from '../../lifecycle/walk/voice.ts';
import type { Begun } from '../run/begin.ts';
import { tidyingTime } from '../run/deadline.ts';
import { FAULT_TEXT, handOverFault } from '../run/fault.ts';
import { finishRun } from '../run/finish.ts';
import { tell } from '../run/tell.ts';
import { plainError } from './plain-error.ts';
import { tidyFirst } from './tidy-first.ts';

/** How a run is ended. */
export interface Ending {
  readonly contract: Contract;
  readonly voice: Voice;
  /** Aborted by what ended the run from outside its tests, also while it is ended. */
  readonly interrupt: AbortSignal;
}

/** A run that is over, tidied up, judged and written. */
export interface Conclusion {
  /** Why it is no success whatever its tests did, in a sentence; null where they say it themselves. */
  readonly problem: string | null;
  /** Whether the verdict is one of exit code 0. */
  readonly holds: boolean;
  /** Null where there was nothing to judge. */
  readonly report: Report | null;
  /** The end of the run as a terminal shows it; '' where there was nothing to judge. */
  readonly tell: () => string;
}

/**
 * Removes what the run installed and did not delete, then judges all that it recorded, once, and writes the reports.
 * The plan is one that was made after the scenarios: their processes may know secrets that the first one does not.
 */
export async function concludeRun(
  settings: Settings,
  { plan, mock }: Begun,
  ending: Ending,
): Promise<Conclusion> {
  const { reportsDir } = settings;
  try {
    const manner = { voice: ending.voice, inTime: await tidyingTime(settings, plan) };
    const { evidence, cutOff, tidied } = await tidyFirst(reportsDir, plan, manner).finally(() =>
      mock?.close(),
    );
    const interrupted = ending.interrupt.aborted;
    // No report is written of what the suite itself got wrong.
    const whole = isWhole(reportsDir);
    if (!whole) handOverFault();
    if (cutOff.length > 0 && !interrupted && whole) throw plainError(FAULT_TEXT);
    const all = applicable(plan).length;
    const part = interrupted || evidence.length === all ? null : partText(evidence.length, all);
    if (evidence.length === 0)
      return { problem: part && `${part}.`, holds: false, report: null, tell: () => '' };
    const { contract } = ending;
    const finished = await finishRun(settings, plan, { contract, evidence, tidied, interrupted });
    const { report } = finished.input;
    const { verdict } = report;
    const stands = verdict === 'non-conformant' ? '; a violation that was seen stays one' : '';
    return {
      problem: part === null ? null : `${part}${stands}.`,
      holds: verdict === 'conformant' || verdict === 'conformant-with-waivers',
      report,
      tell: () => tell(finished),
    };
  } finally {
    removeStore(reportsDir);
  }
}

function partText(ran: number, all: number): string {
  return `${ran} of ${all} scenarios ran: no verdict`;
}
