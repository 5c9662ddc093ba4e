import { HOSTILE } from '../report/hostile.ts';
import { DOUBTFUL, PROVEN, reported } from '../report/sensitivity-samples.ts';
import type { Calls } from './calls.ts';

const TEXTS = ['', 'a `b` c', HOSTILE];

const samples = () => structuredClone([PROVEN, DOUBTFUL].map(reported));
const byReport = () => samples().map(([report]) => [report]);

/** How each function of `report/sensitivity/` is called. */
export const SENSITIVITY_CALLS: Calls = {
  'trials/report/doubts.ts': { doubtsOf: byReport },
  'trials/report/page.ts': { sensitivityHtml: samples },
  'trials/report/proofs.ts': { proofsSection: samples },
  'trials/report/sentences.ts': { sentencesOf: byReport },
  'trials/report/table.ts': { truthTable: byReport },
  'trials/report/verdict-card.ts': {
    verdictCard: () =>
      TEXTS.map((text) => [
        { look: 'failed', kicker: text, title: text, reasons: [text], facts: [[text, text]] },
      ]),
    timeFacts: byReport,
    contractFact: byReport,
  },
  'trials/report/text.ts': {
    sensitivityText: byReport,
    trialText: () => DOUBTFUL.map((trial) => [trial]),
  },
};
