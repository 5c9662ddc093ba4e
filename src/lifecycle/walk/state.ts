import type { Evidence } from '../../engine/model/evidence.ts';
import type { Known as Instance } from '../ledger.ts';
import type { LedgerEntry } from '../ledger-lines.ts';

/** What went before: the evidence, and the state after it. */
export interface Earlier {
  readonly evidence: readonly Evidence[];
  readonly state: State | null;
}

export type { Instance };

/** What a run knows of its resource from one scenario to the next. */
export interface State {
  /** Which instance requests meet, from 1; 0 before the first. */
  instance: number;
  /** The instance that stands in the pool and may be deleted; null where none does. */
  current: Instance | null;
  /** Whether its time is known from List alone: Show need not tell it then. */
  timeByList: boolean;
  /** Instances of this run whose deletion was accepted, or that vanished. */
  readonly deleted: Instance[];
  /** Whether a List was answered yet: a run whose first one fails ends. */
  listed: boolean;
  /** How many of the installed instances are accounted for: deleted, or known to have vanished. */
  deletions: number;
  /** Until when, in milliseconds since 1970, reads may show again what was deleted last; null before that. */
  settledBy: number | null;
  /** When, in milliseconds since 1970, the time of the last known instance tells it from any that is made later. */
  agedAt: number | null;
  /** The instance whose `spec` was seen to be settled before the refusals. */
  settled: number;
  /** True after a request that had to be refused was accepted, got no clear answer or was followed by its absence: the instance may go. */
  mayVanish: boolean;
  /** How often a request that had to be refused cost an instance, and another was installed. */
  replaced: number;
  /** How many instances had been installed when an attempt last began anew: the next one takes the place of none. */
  before: number;
  /** True where no attempt carried the last scenario through: the next one is not waited for. */
  inVain: boolean;
  /** What is left of the time for sending again what met trouble, in milliseconds. */
  retryMs: number;
  /** Whether a token from IAM has expired in this run, and another was fetched: that is done once. */
  tokenRenewed: boolean;
}

/** The state before the first request; `settleTimeoutMs` is also the time for retries. */
export function initialState(settleTimeoutMs: number): State {
  return {
    instance: 0,
    current: null,
    timeByList: false,
    deleted: [],
    listed: false,
    deletions: 0,
    settledBy: null,
    agedAt: null,
    settled: 0,
    mayVanish: false,
    replaced: 0,
    before: 0,
    inVain: false,
    retryMs: settleTimeoutMs,
    tokenRenewed: false,
  };
}

/** What the ledger's lines of this run tell of the resource, oldest first: installs, the instance there, those deleted. */
export function fromLedger(entries: readonly LedgerEntry[]): Pick<State, 'instance' | 'current' | 'deleted'> {
  let instance = 0;
  let current: Instance | null = null;
  const deleted: Instance[] = [];
  for (const { event, creationTimestamp = null, name = null } of entries) {
    if (event === 'install-intended') instance += 1;
    if (event === 'install-accepted' || event === 'installed') current = { creationTimestamp, name };
    if (event === 'gone') {
      if (current !== null) deleted.push(current);
      current = null;
    }
  }
  return { instance, current, deleted };
}
