import { groupsOf } from '../../engine/judge/groups.ts';
import { judge } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { Limits, Report, ReportInput, Target } from '../../engine/model/report.ts';
import type { Sources } from '../../engine/model/sources.ts';
import { timingsOf } from '../../engine/report/timings.ts';
import { untoldNotes } from '../../engine/report/untold.ts';
import { withSources } from '../../engine/report/with-sources.ts';
import { concluded } from '../../engine/verdict/concluded.ts';
import { exitCode } from '../../engine/verdict/exit-code.ts';
import { laterChanges } from '../../lifecycle/effects/later-changes.ts';
import { collectionAfter } from '../../lifecycle/walk/collection-after.ts';
import { mockNameIn } from '../../lifecycle/walk/mock-name.ts';
import { origins } from '../../lifecycle/walk/origins.ts';
import { reportedScenarios } from '../../lifecycle/walk/reported-scenarios.ts';
import { reportedWaits } from '../../lifecycle/walk/reported-waits.ts';
import type { ReportedByRun } from './run-suite.ts';
import { type WaiversOfRun, waived } from './waived.ts';

/** What is told of a run beside what its evidence says. */
export interface ToldOfRun
  extends Pick<Report, 'strict' | 'interrupted' | 'startedAt' | 'durationMs' | 'environment'> {
  /** As the settings have it: whether it is a mock the evidence may say too. */
  readonly target: Target;
  readonly limits: Limits;
  readonly run: { readonly id: string; readonly mostAttempts: number };
  /** Something that the suite wrote could not be kept. */
  readonly fault: boolean;
  /** A mock is an error. */
  readonly live: boolean;
  /** Names of what it installed and did not see go. */
  readonly left: readonly string[];
  /** What is told of earlier runs, and of what was left. */
  readonly notes: Report['notes'];
}

/** What a report is derived from. */
export interface Derivation {
  readonly suite: ReportedByRun;
  readonly contract: Contract;
  readonly sources: Sources;
  /** Of the scenarios, in the order of the walk. */
  readonly evidence: readonly Evidence[];
  /** Of tidying up; null where there was nothing to remove. */
  readonly tidied: Evidence | null;
  readonly waivers: WaiversOfRun;
}

/** Judges what a run recorded, all of it at once, and draws the verdict. Pure: the same again, whoever asks and when. */
export function derivedReport(told: ToldOfRun, derivation: Derivation): ReportInput {
  const { suite, contract, sources, evidence, tidied } = derivation;
  const { strict, interrupted, target, limits } = told;
  const { source, item } = target;
  const { settleTimeoutMs } = limits;
  const judged = judge({ suite, contract, evidence, source, settleTimeoutMs });
  const { requirements, waivers, notes } = waived(derivation.waivers, withSources(judged, sources));
  const reported = reportedScenarios(suite.scenarios, evidence, source);
  const all = tidied === null ? evidence : [...evidence, tidied];
  const exchanges = all.flatMap((one) => one.exchanges);
  const manner = { strict, interrupted };
  const { verdict, reason, counts } = concluded(suite, requirements, evidence, reported, manner);
  const mock = target.mock || exchanges.some((one) => mockNameIn(one) !== null);
  const report: Report = {
    ...{ interrupted, verdict },
    target: { ...target, mock },
    formatVersion: 1,
    reason,
    strict,
    ...origins(contract),
    environment: told.environment,
    startedAt: told.startedAt,
    durationMs: told.durationMs,
    run: {
      id: told.run.id,
      exitCode: exitCode({ fault: told.fault, interrupted, mockInstead: told.live && mock, verdict }),
      attempts: attemptsIn(exchanges),
      mostAttempts: told.run.mostAttempts,
    },
    limits,
    counts,
    requirements,
    ...(waivers === null ? {} : { waivers }),
    groups: groupsOf({ suite, contract }).filter(({ key }) =>
      requirements.some(({ group }) => group === key),
    ),
    scenarios: reported,
    notes: [
      ...notes,
      ...all.flatMap((one) => notesOf(suite, one)),
      ...untoldNotes(contract, suite.operations),
      ...laterChanges(suite, evidence, item),
      ...told.notes,
    ],
    readings: contract.readings,
    waits: reportedWaits(suite.resource, exchanges),
    timings: timingsOf(exchanges),
    after: collectionAfter(suite.resource, exchanges, { left: target.mock ? [] : told.left, item }),
  };
  const recorded = all.map(({ exchanges: _, ...rest }) => rest);
  return { suite: suite.reported, report, exchanges, recorded, proofs: sources.proofs };
}

function attemptsIn(exchanges: ReportInput['exchanges']): number {
  return exchanges.reduce((most, { attempt = 1 }) => Math.max(most, attempt), 1);
}

/** The notes of a scenario; that tidying up failed is one. */
function notesOf({ scenarios }: ReportedByRun, { scenario, notes, blocked }: Evidence): Report['notes'] {
  if (blocked === null || scenarios.some(({ id }) => id === scenario)) return notes;
  const { cause, remedy, exchange } = blocked;
  return [...notes, { message: `${cause} ${remedy}`, ...(exchange === undefined ? {} : { exchange }) }];
}
