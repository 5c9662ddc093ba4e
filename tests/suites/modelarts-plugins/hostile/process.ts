import fc from 'fast-check';
import { pluginsContract } from '../../../../src/suites/modelarts-plugins/load.ts';
import { modelartsPlugins } from '../../../../src/suites/modelarts-plugins/suite.ts';
import { faultOf, type Tally } from './check.ts';
import type { Order, Told } from './judging.ts';
import { type HostileRun, hostileRuns, hugeRuns } from './runs.ts';

const { seed, runs, huge, description }: Order = JSON.parse(process.argv[2] ?? '');
const contract = await pluginsContract({ file: new URL(description), cache: null });
const given = { suite: modelartsPlugins, contract };

/** Of so many runs one is judged scenario by scenario too, which takes as long as all else. */
const STEPS_OF = 8;

const tally: Tally = new Map();
let exchanges = 0;
let begun = 0;

function tell(told: Told): void {
  process.send?.(told);
}

/** Whether a run is judged as it should be; another process waits for each to begin. */
function holds(run: HostileRun): boolean {
  begun += 1;
  tell({ begun });
  exchanges += run.evidence.reduce((sum, one) => sum + one.exchanges.length, 0);
  const fault = faultOf(given, run, tally, begun % STEPS_OF === 0);
  if (fault !== null) throw new Error(fault);
  return true;
}

const result = fc.check(fc.property(huge ? hugeRuns : hostileRuns, holds), {
  seed,
  numRuns: runs,
  // Of a run that fails a smaller one is looked for no longer than this.
  interruptAfterTimeLimit: 300_000,
  markInterruptAsFailure: true,
});
const outcomes = Object.fromEntries([...tally].map(([rule, counts]) => [rule, Object.fromEntries(counts)]));
tell({
  exchanges,
  outcomes,
  failure: result.failed
    ? `${result.errorInstance}\n${fc.defaultReportMessage(result)}`.slice(0, 20_000)
    : null,
});
