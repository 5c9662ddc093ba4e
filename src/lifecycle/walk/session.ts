import type { KeptBodies } from '../../engine/http/large-bodies.ts';
import { createRecorder, type RecordExchange } from '../../engine/http/recorder.ts';
import type { Blocked, Evidence, Note, Withheld } from '../../engine/model/evidence.ts';
import type { Exchange, OperationId, Purpose } from '../../engine/model/exchange.ts';
import type { Names } from '../../engine/model/resource.ts';
import type { Probe } from '../../engine/model/scenario.ts';
import { type Redact, redactor } from '../../engine/secrets/redact.ts';
import { keepBodies } from '../large/kept-bodies.ts';
import { type Ledger, type LedgerOwner, openLedger } from '../ledger.ts';
import { BlockedError } from './blocked.ts';
import type { Plan } from './plan.ts';
import type { State } from './state.ts';
import { onlyRemoves } from './tidy-scenario.ts';
import type { Voice } from './voice.ts';

/** What a session needs beside the plan. */
export interface SessionOptions {
  readonly state: State;
  /** The number of the first exchange. */
  readonly from: number;
  readonly signal: AbortSignal;
  /** What was recorded before. */
  readonly earlier?: readonly Evidence[];
  /** Tells the user what is going on. */
  readonly voice: Voice;
  /** Told of every exchange once it is over. */
  readonly onExchange: (exchange: Exchange) => void;
  /** In place of the network, of the ledger's file, or of both. */
  readonly instead?: Partial<Pick<Session, 'record' | 'ledger'>>;
}

/** A run under way: the plan, what is known of the pool so far, and the way to the target. */
export interface Session {
  readonly plan: Plan;
  readonly state: State;
  readonly ledger: Ledger;
  readonly record: RecordExchange;
  /** Replaces secrets as the recorder does: what it recorded is compared with what was replaced alike. */
  readonly redact: Redact;
  readonly signal: AbortSignal;
  readonly voice: Voice;
}

/** A moment by either clock of this machine, in milliseconds: the one may be set, the other may stand still. */
export interface Moment {
  /** Since 1970. */
  readonly wall: number;
  readonly steady: number;
}

/** A session at one scenario: what it has recorded so far. */
export interface Walk extends Session {
  readonly scenario: string;
  /** Which attempt at the scenario it is, from 1. */
  readonly attempt: number;
  /** True where all that is done is to remove what a run installed. */
  readonly onlyRemoves: boolean;
  readonly exchanges: Exchange[];
  /** When each exchange was over, by its index. */
  readonly overAt: Map<number, Moment>;
  readonly notes: Note[];
  readonly withheld: Withheld[];
}

/** One request of a scenario. */
export interface Asked {
  readonly purpose: Purpose;
  readonly operation: OperationId | null;
  readonly method: string;
  readonly names: Names;
  /** The probe it belongs to; null for the preparation of the scenario. */
  readonly probe: string | null;
  readonly body?: string | null;
  readonly credentials?: Probe['credentials'];
  /** True where it is to be accepted: then Show has to have given the run's own instance just before. */
  readonly deletes?: boolean;
}

/** Opens a session; nothing is sent. */
export function openSession(plan: Plan, options: SessionOptions): Session {
  const { signal, onExchange, from, voice, state, instead = {} } = options;
  const { origin, secrets, requestTimeoutMs: timeoutMs } = plan;
  const kept = keptBy(plan, options.earlier);
  const redact = redactor(secrets.all, plan.searchBudget);
  if (!plan.armed && instead.record === undefined)
    throw new Error('Nothing may be sent: the run is not armed for this host.');
  return {
    plan,
    state,
    ledger: instead.ledger ?? openLedger(plan.ledger, ownerOf(plan)),
    record: instead.record ?? createRecorder({ origin, timeoutMs, signal, redact, kept, from, onExchange }),
    redact,
    signal,
    voice,
  };
}

const keptByPlan = new WeakMap<Plan, KeptBodies>();

/** The scenarios of a run, and tidying up, keep bodies together: the bounds are those of the run. */
function keptBy(plan: Plan, evidence: readonly Evidence[] = []): KeptBodies {
  const before = keptByPlan.get(plan);
  if (before !== undefined) return before;
  const { item, collection } = plan.names;
  const { resource } = plan.suite;
  const kept = keepBodies({
    file: plan.wholeTexts,
    resource,
    isOwn: (one) => one.item === item || resource.otherNames(one, collection).includes(item),
    evidence,
  });
  keptByPlan.set(plan, kept);
  return kept;
}

/** Whom the ledger's lines are of. */
export function ownerOf({ suite, run, target, names, inReports }: Plan): LedgerOwner {
  const { id, pid, processStart } = run;
  const { endpoint, mock } = target;
  return { run: id, pid, processStart, inReports, endpoint, ...names, mock, keys: suite.resource.keys };
}

/** A walk of one scenario, or of tidying up. */
export function walkOf(
  session: Session,
  scenario: string,
  { attempt = 1, removes = onlyRemoves(scenario) }: { attempt?: number; removes?: boolean } = {},
): Walk {
  return {
    ...session,
    scenario,
    attempt,
    onlyRemoves: removes,
    exchanges: [],
    overAt: new Map(),
    notes: [],
    withheld: [],
  };
}

/** What is thrown where a run was ended from outside: what its signal says, or that it was interrupted. */
export function ended({ reason }: AbortSignal): BlockedError {
  return reason instanceof BlockedError ? reason : new BlockedError(INTERRUPTED);
}

/** What was done where a run was ended from outside. */
export const NOTHING_MORE = 'Nothing more was sent but to remove what had been installed.';

const INTERRUPTED: Blocked = {
  cause: 'The run was interrupted.',
  tried: NOTHING_MORE,
  remedy: 'Run again.',
  endsRun: true,
  lasts: true,
};
