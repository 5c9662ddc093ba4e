import { DOUBTFUL, PROVEN, reported } from '../report/sensitivity-samples.ts';
import type { Calls } from './calls.ts';

const samples = () => structuredClone([PROVEN, DOUBTFUL].map(reported));
const byReport = () => samples().map(([report]) => [report]);

/** How each function of `report/sensitivity/` is called. */
export const SENSITIVITY_CALLS: Calls = {
  'report/sensitivity/doubts.ts': { doubtsOf: byReport },
  'report/sensitivity/matrix.ts': { matrixSection: samples, proofSection: samples },
  'report/sensitivity/page.ts': { sensitivityHtml: samples },
  'report/sensitivity/sentences.ts': { sentencesOf: byReport },
  'report/sensitivity/table.ts': { truthTable: byReport },
  'report/sensitivity/text.ts': {
    sensitivityText: byReport,
    trialText: () => DOUBTFUL.map((trial) => [trial]),
  },
};
