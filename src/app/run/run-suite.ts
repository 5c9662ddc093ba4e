import type { AddedIn } from '../../engine/history/compared-run.ts';
import type { RecordExchange } from '../../engine/http/recorder.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { ReportedSuite } from '../../engine/model/report.ts';
import type { Sources } from '../../engine/model/sources.ts';
import type { LifecycleSuite } from '../../lifecycle/effects/resource.ts';
import type { Plan } from '../../lifecycle/walk/plan.ts';
import type { Resource, WalkedSuite } from '../../lifecycle/walk/walked-suite.ts';
import type { RunningMock } from '../../trials/tried-suite.ts';

/** All that a run reads of a suite: what walks and judges, its contract, what reports say of it, and its mock. */
export interface RunSuite extends LifecycleSuite, WalkedSuite {
  readonly resource: Resource;
  readonly reported: ReportedSuite;
  /** The versions that came with a requirement which the first one had not: by them a requirement is told to be new. */
  readonly addedIn: AddedIn;
  /** The files that its requirements come from: the description, and the sentences of its document where those stand in one. */
  readonly documents: { readonly description: URL; readonly statements: URL | null };
  /** Its compiled description; throws a ContractError where that cannot be used. */
  readonly loadContract: () => Promise<Contract>;
  /** What the documents say where its requirements come from, and which deviations prove them. */
  readonly loadSources: () => Promise<Sources>;
  /** Starts the mock that stands in where no endpoint is set; `server`: how it names itself. */
  readonly startEmbedded: (deviation: string | null, server: string) => Promise<EmbeddedMock>;
  /** Answers as a conforming endpoint with the names of the plan would, in this process. */
  readonly answering: (plan: Plan) => RecordExchange;
  /** The file, beside those of the build, with the length of its walk at the embedded mock; null: that is rehearsed. */
  readonly builtWalk: string | null;
}

/** What a report is derived by. */
export type ReportedByRun = Pick<RunSuite, 'reported' | 'resource'> & LifecycleSuite;

/** The plan of a run, with all that is known of its suite. */
export type RunPlan = Plan<RunSuite>;

/** A mock that listens on this machine. */
export type EmbeddedMock = Pick<RunningMock, 'endpoint' | 'close'>;
