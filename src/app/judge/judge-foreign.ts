import type { Contract } from '../../engine/model/contract.ts';
import type { ReportedScenario } from '../../engine/model/report.ts';
import { type JudgedRecording, judgeRecorded } from '../../engine/recording/judge-recorded.ts';
import { RECORDING } from '../../engine/recording/recorded-exchange.ts';
import type { RecordedSuite } from './recorded-suite.ts';
import type { SecondLook } from './second-look.ts';

/** What was made of the exchanges of a recording. */
export interface JudgedExchanges extends JudgedRecording {
  readonly scenarios: readonly ReportedScenario[];
}

/** Judges what another tool recorded: the requirements that need no control of the target. */
export function judgeForeign(suite: RecordedSuite, contract: Contract, look: SecondLook): JudgedExchanges {
  const title = 'what another tool recorded';
  const [chapter = ''] = suite.chapters;
  return {
    ...judgeRecorded({ suite, contract, ...look }),
    scenarios: [{ id: RECORDING, title, chapter, state: 'carried-through', blocked: null }],
  };
}
