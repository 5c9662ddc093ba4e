import type { Blocked, Note } from '../model/evidence.ts';
import type { Exchange, OperationId, Purpose } from '../model/exchange.ts';
import type { Names, Probe } from '../model/scenario.ts';
import { createRecorder, type Record } from '../record/recorder.ts';
import { redactor } from '../record/redact.ts';
import { tokenHeader, WRONG_TOKEN } from '../target/credentials.ts';
import { guardPath } from '../target/guard.ts';
import { type Ledger, openLedger } from '../target/ledger.ts';
import { listPath, pluginPath } from '../target/paths.ts';
import { BlockedError } from './blocked.ts';
import type { Plan } from './plan.ts';
import { MOST_RETRIES, retryPause, retryReason } from './retry.ts';
import type { State } from './state.ts';
import { pause, type Wait, waitUntil } from './wait.ts';

/** What a session needs beside the plan. */
export interface SessionOptions {
  readonly state: State;
  /** The number of the first exchange. */
  readonly from: number;
  readonly signal: AbortSignal;
  /** Tells the user what is going on. */
  readonly say: (message: string) => void;
  /** Told of every exchange once it is over. */
  readonly onExchange: (exchange: Exchange) => void;
}

/** A run under way: the plan, what is known of the pool so far, and the way to the target. */
export interface Session {
  readonly plan: Plan;
  readonly state: State;
  readonly ledger: Ledger;
  readonly record: Record;
  readonly signal: AbortSignal;
  readonly say: (message: string) => void;
}

/** A session at one scenario: what it has recorded so far. */
export interface Walk extends Session {
  readonly scenario: string;
  readonly exchanges: Exchange[];
  readonly notes: Note[];
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
}

/** Opens a session; nothing is sent. */
export function openSession(plan: Plan, options: SessionOptions): Session {
  const { signal, onExchange, from, say, state } = options;
  const { origin, secrets, run, names, target } = plan;
  const redact = redactor(secrets.all);
  const about = { run: run.id, endpoint: target.endpoint, ...names, mock: target.mock };
  return {
    plan,
    state,
    ledger: openLedger(plan.ledger, about),
    record: createRecorder({ origin, timeoutMs: plan.requestTimeoutMs, signal, redact, from, onExchange }),
    signal,
    say,
  };
}

/** A walk of one scenario, or of tidying up. */
export function walkOf(session: Session, scenario: string): Walk {
  return { ...session, scenario, exchanges: [], notes: [] };
}

/** Sends one request and records it. Throws GuardError before a path that is no plug-in's, BlockedError on interruption. */
export async function ask(walk: Walk, asked: Asked): Promise<Exchange> {
  if (walk.signal.aborted) throw new BlockedError(INTERRUPTED);
  const { plan, state } = walk;
  const { operation, method, names, body = null, probe, purpose } = asked;
  const onList = operation === 'ListPlugins' || operation === 'CreatePlugin';
  const path = (onList ? listPath : pluginPath)(plan.prefix, names);
  guardPath(path, plan.prefix);
  const host = plan.origin.shown.replace(/^https?:\/\//, '');
  const headers = headersFor(asked.credentials ?? 'user', plan, { method, path, host, body });
  const exchange = await walk.record({
    method,
    path,
    headers,
    body,
    scenario: walk.scenario,
    probe,
    purpose,
    operation,
    instance: state.instance,
  });
  walk.exchanges.push(exchange);
  if (exchange.trouble?.kind === 'interrupted') throw new BlockedError(INTERRUPTED);
  return exchange;
}

/** The same, sent again where that is safe and may help, within the time that the run has for it. */
export async function askPatiently(walk: Walk, asked: Asked): Promise<Exchange> {
  for (let retries = 0; ; retries += 1) {
    const exchange = await ask(walk, asked);
    const reason = retryReason(exchange);
    if (reason === null) return exchange;
    const pauseMs = retryPause(exchange, retries, Date.now());
    const what = `A ${asked.method} was ${reason}`;
    if (retries === MOST_RETRIES || pauseMs > walk.state.retryMs) {
      const why =
        retries === MOST_RETRIES ? `after ${MOST_RETRIES} more tries` : 'with no time left to try again';
      walk.notes.push({ message: `${what} ${why}.`, exchange: exchange.index });
      return exchange;
    }
    walk.notes.push({ message: `${what} and sent again.`, exchange: exchange.index });
    walk.say(`  ${what}; it is sent again`);
    walk.state.retryMs -= pauseMs + exchange.durationMs;
    await pause(pauseMs, walk.signal);
  }
}

/** Waits for something about the plug-in within the settle time; null where the time is over. Throws on interruption. */
export async function waitFor<T>(walk: Walk, what: string, look: () => Promise<T | null>): Promise<T | null> {
  const wait: Wait = { what, limitMs: walk.plan.settleTimeoutMs, signal: walk.signal, say: walk.say };
  const seen = await waitUntil(wait, look);
  if (walk.signal.aborted) throw new BlockedError(INTERRUPTED);
  return seen;
}

/** A run that was ended from outside. */
export const INTERRUPTED: Blocked = {
  cause: 'The run was interrupted.',
  tried: 'Nothing more was sent but to remove what had been installed.',
  remedy: 'Run again.',
  endsRun: true,
};

function headersFor(
  credentials: Probe['credentials'],
  plan: Plan,
  request: { method: string; path: string; host: string; body: string | null },
) {
  if (credentials === 'none') return [];
  if (credentials === 'wrong') return tokenHeader(WRONG_TOKEN);
  return plan.credentials.headers(request);
}
