import type { Evidence } from '../../src/engine/model/evidence.ts';
import type { ReportInput } from '../../src/engine/model/report.ts';
import { HOSTILE } from './hostile.ts';

/** The same with what each of its scenarios recorded: the first with all that one can, and the last blocked. */
export function withRecorded(input: ReportInput): ReportInput {
  const scenarios = [...new Set(input.exchanges.map(({ scenario }) => scenario))];
  const recorded = scenarios.map((scenario, at): Omit<Evidence, 'exchanges'> => {
    const isLast = at === scenarios.length - 1;
    return {
      scenario,
      notes: at === 0 ? [{ message: HOSTILE }, { message: 'Sent again.', exchange: 0 }] : [],
      withheld:
        at === 0
          ? [
              { probe: 'blank', reason: HOSTILE, outcome: 'not-observed' },
              { probe: 'near', reason: 'A neighbour.', outcome: 'inconclusive', lasts: true, exchange: 0 },
            ]
          : [],
      blocked: isLast
        ? {
            cause: HOSTILE,
            tried: 'Twice.',
            remedy: 'None.',
            endsRun: true,
            overtime: true,
            lasts: true,
            exchange: 1,
          }
        : null,
    };
  });
  return { ...input, recorded };
}
