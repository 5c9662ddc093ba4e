import { runOfLine, runOfReport } from '../../src/engine/history/compared-run.ts';
import type { ChangeState, Changes, HistoryLine } from '../../src/engine/model/history.ts';
import type { JudgedRequirement, Report } from '../../src/engine/model/report.ts';
import type { Outcome } from '../../src/engine/model/requirement.ts';
import type { Verdict } from '../../src/engine/model/verdict.ts';
import type { Waiver } from '../../src/engine/model/waiver.ts';
import { reported } from '../report/reported.ts';
import { reportOf } from '../report/sample.ts';

/** Three requirements, and three ways in which they fail. */
export const [A, B, C] = ['delete.200.status', 'delete.200.body.kind', 'delete.effect.gone'] as const;
export const [F, G, H] = ['f'.repeat(12), '0'.repeat(12), '1'.repeat(12)] as const;

/** How the words of the tests call a resource. */
export const WORDS = { item: 'plug-in', collection: 'pool' };

/** The names of files that such words go with. */
export const KEYS = {
  ...{ project: 'projectId', collection: 'poolName', item: 'templateName', source: 'pluginSource' },
};

/** What became of requirements: a fingerprint, or several, where one failed. */
export type Night = Readonly<Record<string, Exclude<Outcome, 'failed'> | readonly string[]>>;

/** When the run of a morning of March began. */
export function morning(day: number): string {
  return `2026-03-${String(day).padStart(2, '0')}T02:00:00.000Z`;
}

/** The id of that run. */
export function runId(day: number): string {
  return `00000000-0000-4000-8000-${String(day).padStart(12, '0')}`;
}

const WAIVER = (requirement: string): Waiver => ({
  ...{ requirement, reason: 'A ticket.', until: '2026-04-30', approvedBy: 'A. Person' },
});

/** The report of a morning, in which all that is not named has passed. */
export function reportOfMorning(day: number, night: Night, change: Partial<Report> = {}): Report {
  const requirements = [A, B, C].map((id): JudgedRequirement => {
    const found = night[id] ?? 'passed';
    const outcome = typeof found === 'string' ? found : 'failed';
    const ways = typeof found === 'string' ? (found === 'waived' ? [F] : []) : found;
    return {
      ...{ id, title: `MUST hold ${id}`, level: 'MUST', basis: 'documented', clause: 'Function' },
      ...{ scenarios: ['installed'], outcome },
      findings: ways.map((fingerprint) =>
        reported({ kind: 'violation', message: 'It does not.', fingerprint }),
      ),
      ...(outcome === 'waived' ? { waiver: WAIVER(id) } : {}),
    };
  });
  const report = reportOf(requirements, {
    verdict: verdictOf(requirements),
    startedAt: morning(day),
    run: { id: runId(day), exitCode: 0, attempts: 1, mostAttempts: 1 },
    target: {
      ...{ endpoint: 'https://modelarts.example.com', mock: false, deviation: null },
      ...{ project: 'p', collection: 'pool-a', item: 'log-agent', source: 'install' },
      authentication: 'a token',
    },
    ...change,
  });
  return report;
}

function verdictOf(requirements: readonly JudgedRequirement[]): Verdict {
  const outcomes = requirements.map(({ outcome }) => outcome);
  if (outcomes.includes('failed')) return 'non-conformant';
  return outcomes.includes('inconclusive') ? 'inconclusive' : 'conformant';
}

/** The line that the run of a morning leaves. */
export function lineOfMorning(day: number, night: Night, change: Partial<Report> = {}): HistoryLine {
  return runOfReport(reportOfMorning(day, night, change)).line;
}

/** The same as a run to be compared. */
export function runOfMorning(day: number, night: Night) {
  return runOfLine(lineOfMorning(day, night), {});
}

/** What the lists of changes hold, each failure as `id fingerprint`; without the lists that are empty. */
export function toldOf(changes: Changes): Partial<Record<ChangeState, readonly string[]>> {
  const states = ['new', 'still', 'fixed', 'intermittent', 'unknown'] as const;
  return Object.fromEntries(
    states
      .filter((state) => changes[state].length > 0)
      .map((state) => [state, changes[state].map(({ id, fingerprint }) => `${id} ${fingerprint}`.trim())]),
  );
}
