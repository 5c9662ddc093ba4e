import type { ReportInput } from '../../src/engine/model/report.ts';
import { reported } from './reported.ts';
import { REQUIREMENTS, reportOf, SAMPLE } from './sample.ts';
import { AT, EXCHANGES } from './sample-exchanges.ts';

/** The same requirements, all of which held, against the embedded mock. */
export const CONFORMANT: ReportInput = {
  suite: SAMPLE.suite,
  report: reportOf(
    REQUIREMENTS.map(({ waiver: _, ...one }) => ({ ...one, outcome: 'passed', findings: [] })),
    {
      verdict: 'conformant',
      reason: 'Every requirement that could be observed held.',
      target: { ...SAMPLE.report.target, endpoint: 'http://127.0.0.1:4010', mock: true },
      scenarios: SAMPLE.report.scenarios.map((one) => ({ ...one, state: 'carried-through', blocked: null })),
      notes: [],
    },
  ),
  exchanges: EXCHANGES.slice(0, 12),
};

/** A run that ended at its first request. */
export const UNREACHABLE: ReportInput = {
  suite: SAMPLE.suite,
  report: reportOf(
    REQUIREMENTS.map(({ waiver: _, ...one }) => ({
      ...one,
      outcome: 'inconclusive',
      findings: [
        reported({
          kind: 'trouble',
          message: 'The endpoint cannot be reached: `ECONNREFUSED`.',
          exchange: 0,
        }),
      ],
    })),
    {
      verdict: 'inconclusive',
      reason: 'The endpoint cannot be reached.',
      target: { ...SAMPLE.report.target, mock: true, deviation: 'hangs-up' },
      scenarios: SAMPLE.report.scenarios.map((one, index) => ({
        ...one,
        state: index === 0 ? 'blocked' : 'not-run',
        blocked:
          index === 0
            ? {
                cause: 'The endpoint cannot be reached: `ECONNREFUSED`.',
                tried: 'List was sent six times within 20 s.',
                remedy: 'Check `NOTES_ENDPOINT` and the way to it.',
                endsRun: true,
                exchange: 0,
              }
            : null,
      })),
    },
  ),
  exchanges: EXCHANGES.slice(AT.silent, AT.silent + 1).map((one) => ({ ...one, index: 0 })),
};
