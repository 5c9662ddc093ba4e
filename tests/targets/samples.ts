import type { NotPassed, TargetFigures, TargetOutcome } from '../../src/engine/model/targets.ts';
import { totalsOf } from '../../src/engine/report/targets/totals.ts';
import type { TotalsInput } from '../../src/engine/report/targets/totals-input.ts';
import { reportedPlugins } from '../../src/suites/modelarts-plugins/suite.ts';

const CONTRACT = 'c0ffee'.padEnd(64, '0');

const REQUIREMENTS: readonly Pick<NotPassed, 'id' | 'title' | 'level'>[] = [
  { id: 'delete.200.body.kind', title: 'MUST be the string `Plugin` where it is there', level: 'MUST' },
  { id: 'delete.404.media-type', title: 'MUST answer with the documented media type', level: 'MUST' },
  { id: 'delete.effect.gone', title: 'MUST be gone once its deletion was accepted', level: 'MUST' },
  { id: 'delete.access.no-token', title: 'MUST refuse a request without a token', level: 'MUST' },
  { id: 'delete.200.body.status.resources.requests', title: 'MUST be an object', level: 'MUST' },
];

/** A requirement that did not pass, the one of that number. */
export function notPassed(at: number, change: Partial<NotPassed> = {}): NotPassed {
  const one = REQUIREMENTS[at % REQUIREMENTS.length] ?? REQUIREMENTS[0];
  if (one === undefined) throw new Error('There are some.');
  return { ...one, outcome: 'failed', fingerprints: ['f'.repeat(12)], ...change };
}

/** What the totals say of a report in which all that is not named has passed. */
export function figures(change: Partial<TargetFigures> = {}): TargetFigures {
  const { notPassed: not = [] } = change;
  const count = (outcome: NotPassed['outcome']) => not.filter((one) => one.outcome === outcome).length;
  return {
    ...{ run: '00000000-0000-4000-8000-000000000001', startedAt: '2026-03-01T02:00:00.000Z' },
    ...{ durationMs: 12_400, mock: false, strict: false, suite: '0.1.0', contract: CONTRACT },
    counts: {
      ...{ passed: 80 - not.length, failed: count('failed'), drift: count('drift'), notObserved: 3 },
      ...{ inconclusive: count('inconclusive'), notApplicable: 0, waived: count('waived') },
    },
    ...{ notPassed: [], changes: null },
    ...change,
  };
}

/** A target that conforms, but for what is given. */
export function outcome(name: string, change: Partial<TargetOutcome> = {}): TargetOutcome {
  return {
    name,
    target: {
      endpoint: `https://${name}.example.com`,
      project: 'p',
      collection: 'pool-a',
      item: 'log-agent',
    },
    ...{ exitCode: 0, verdict: 'conformant', reason: 'No MUST was broken; 80 passed, 3 were not observed.' },
    report: figures(),
    ...change,
  };
}

/** One that does not: so many requirements fail there, from the one of that number on. */
export function broken(name: string, many = 1, from = 0, change: Partial<TargetFigures> = {}): TargetOutcome {
  const not = Array.from({ length: many }, (_, at) => notPassed(from + at));
  return outcome(name, {
    ...{ exitCode: 1, verdict: 'non-conformant' },
    reason: `\`${not[0]?.id}\` did not hold.`,
    report: figures({ notPassed: not, ...change }),
  });
}

/** One whose run left no report. */
export function without(name: string, exitCode: number, reason: string): TargetOutcome {
  return outcome(name, { exitCode, verdict: null, reason, report: null });
}

/** As many targets of all kinds. */
export function manyOutcomes(count: number): readonly TargetOutcome[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `${['eu-de', 'ap-southeast', 'la-north'][at % 3]}-${String(at + 1).padStart(3, '0')}.pool-${at % 7}`;
    const changes = { new: at % 2, still: at % 3, fixed: 0 };
    if (at % 40 === 3) return without(name, 4, 'The suite itself failed before it could write a report.');
    if (at % 20 === 7)
      return without(
        name,
        3,
        'Nothing could be tested: `connect ECONNREFUSED 127.0.0.1:8443`, five times in a row.',
      );
    if (at % 8 === 1) return broken(name, 1 + (at % 5), at % 4, { changes });
    if (at % 11 === 5)
      return outcome(name, {
        ...{ exitCode: 0, verdict: 'conformant-with-waivers' },
        reason: 'No MUST was broken but what a waiver names (`delete.404.media-type`); 79 passed.',
        report: figures({ notPassed: [notPassed(1, { outcome: 'waived' })], changes }),
      });
    return outcome(name, { report: figures({ changes, mock: at % 13 === 0, durationMs: 900 * (at + 1) }) });
  });
}

/** What pages are made from. */
export function inputOf(
  outcomes: readonly TargetOutcome[],
  names: readonly string[] = outcomes.map(({ name }) => name),
  isAllOfThem = true,
): TotalsInput {
  return { report: totalsOf(outcomes, names, { isAllOfThem }), suite: reportedPlugins };
}
