import type { Blocked, Evidence } from '../../engine/model/evidence.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { openLedger } from '../ledger.ts';
import { type Inconclusive, walkInAttempts } from './attempts.ts';
import { notApplicable } from './held-back.ts';
import type { Plan } from './plan.ts';
import { openSession, ownerOf, type Session, type SessionOptions } from './session.ts';
import type { Earlier } from './state.ts';
import { fromLedger, initialState, type State } from './state.ts';
import { tidyUp } from './tidy.ts';
import type { Voice } from './voice.ts';

/** A walk from scenario to scenario, begun or taken up again where another process left it. */
export interface Campaign {
  /** Carries the next scenario through; once something has ended the run, none sends anything more. */
  readonly carryOut: (scenario: Scenario) => Promise<Evidence>;
  /** True where something has ended the run. */
  readonly hasEnded: () => boolean;
  /** What a process that takes the walk up again needs to know; it changes from scenario to scenario. */
  readonly state: State;
}

/** What a campaign needs beside the plan. */
export interface CampaignOptions {
  readonly signal: AbortSignal;
  readonly voice: Voice;
  readonly onExchange?: (exchange: Exchange) => void;
  readonly earlier?: Earlier;
  /** What decides about further attempts; left out where none is made. */
  readonly inconclusive?: Inconclusive;
  readonly instead?: SessionOptions['instead'];
}

/** The scenarios that the settings allow, in the order of the walk. */
export function applicable({ suite, source }: Pick<Plan, 'suite' | 'source'>): readonly Scenario[] {
  return suite.scenarios.filter((scenario) => isApplicable(scenario, source));
}

/** Whether a scenario needs nothing that the settings rule out. */
export function isApplicable(scenario: Scenario, source: Plan['source']): boolean {
  return source === 'install' || scenario.ownInstance !== true;
}

/** Opens a campaign; nothing is sent. */
export function openCampaign(plan: Plan, options: CampaignOptions): Campaign {
  const { earlier, inconclusive = () => [] } = options;
  const recorded = [...(earlier?.evidence ?? [])];
  let ended: Blocked | null =
    plan.run.poolTaken ?? earlier?.evidence.find(({ blocked }) => blocked?.endsRun)?.blocked ?? null;
  const session = resume(plan, options);
  return {
    carryOut: async (scenario) => {
      if (ended !== null) {
        const withheld = notApplicable(scenario, plan.names);
        return { scenario: scenario.id, exchanges: [], notes: [], withheld, blocked: ended };
      }
      const evidence = await walkInAttempts(session, scenario, recorded, inconclusive);
      recorded.push(evidence);
      if (evidence.blocked !== null && !options.signal.aborted)
        options.voice.say(`  ${evidence.blocked.cause}`);
      if (evidence.blocked?.endsRun) ended = evidence.blocked;
      return evidence;
    },
    hasEnded: () => ended !== null,
    state: session.state,
  };
}

/** Removes what the run installed and did not delete, also after an interruption; null where there is no such thing. */
export function tidyAfter(
  plan: Plan,
  earlier: Earlier,
  voice: Voice,
  signal: AbortSignal,
): Promise<Evidence | null> {
  // What was installed stands in it: a line that cannot be written is a fault, and keeps nothing from being removed.
  const ledger = openLedger(plan.ledger, ownerOf(plan), ({ message }) => plan.onFault(message));
  return tidyUp(resume(plan, { signal, voice, earlier, instead: { ledger } }));
}

/** Opens a session that knows what went before; the ledger is asked too. */
export function resume(plan: Plan, options: CampaignOptions): Session {
  const { earlier, signal, voice, onExchange, instead } = options;
  const session = openSession(plan, {
    state: earlier?.state ?? initialState(plan.settleTimeoutMs),
    from: (earlier?.evidence ?? []).reduce((sum, { exchanges }) => sum + exchanges.length, 0),
    earlier: earlier?.evidence ?? [],
    signal,
    voice,
    onExchange: onExchange ?? (() => undefined),
    ...(instead === undefined ? {} : { instead }),
  });
  if (earlier !== undefined && plan.source === 'install') recover(session);
  return session;
}

/** The ledger knows of the resource also what a process that was cut off could not hand on. */
function recover({ state, ledger }: Session): void {
  const { instance, current, deleted } = fromLedger(ledger.ofRun());
  state.instance = Math.max(state.instance, instance);
  state.current = current;
  state.deleted.splice(0, state.deleted.length, ...deleted);
}
