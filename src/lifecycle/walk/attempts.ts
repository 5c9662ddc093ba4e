import { probeOf } from '../../engine/judge/probe-of.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { Scenario } from '../../engine/model/scenario.ts';
import { ended, type Session } from './session.ts';
import { tidyUp } from './tidy.ts';
import { pause } from './wait.ts';
import { walkScenario } from './walk.ts';

/** The probes of a scenario, the last one that was walked, that ended inconclusive by all that was recorded so far. */
export type Inconclusive = (scenario: Scenario, evidence: readonly Evidence[]) => readonly string[];

/**
 * Walks a scenario, and what of it ended inconclusive once more, as often as the run may. `before`: what was recorded of
 * the scenarios before it. While the instance still stands a further attempt costs no install.
 */
export async function walkInAttempts(
  session: Session,
  scenario: Scenario,
  before: readonly Evidence[],
  inconclusive: Inconclusive,
): Promise<Evidence> {
  const { plan, state, signal, voice } = session;
  const { most, delayMs } = plan.attempts;
  let walked = await walkScenario(session, scenario);
  for (let attempt = 2; attempt <= most; attempt += 1) {
    const open = mayWalkAgain(session, before, walked)
      ? openProbes(scenario, before, walked, inconclusive)
      : [];
    if (open.length === 0) break;
    if (!hasTimeFor(plan, delayMs)) {
      const message = `There was no time left for another attempt at \`${scenario.id}\`.`;
      walked = { ...walked, notes: [...walked.notes, { message }] };
      break;
    }
    const again = open.map((id) => `\`${id}\``).join(', ');
    const message = `What ended inconclusive in \`${scenario.id}\` was walked again, in attempt ${attempt} of ${most}: ${again}.`;
    voice.say(`  ${open.length} of its probes ended inconclusive; attempt ${attempt} of ${most}`);
    const end = voice.waiting('before the next attempt', delayMs);
    await pause(delayMs, signal);
    end();
    if (signal.aborted) return { ...walked, blocked: ended(signal).blocked };
    const probes = scenario.probes.filter(({ id }) => open.includes(id));
    const last = { ...walked, notes: [...walked.notes, { message }] };
    walked = joined(last, await walkAgain(session, { ...scenario, probes }, attempt, last), attempt);
  }
  if (walked.blocked === null) state.inVain = false;
  else if (walked.blocked.lasts !== true) state.inVain = true;
  return walked;
}

/** Whether another attempt may fare better, and may be made at all. */
function mayWalkAgain(
  { plan, state, signal }: Session,
  before: readonly Evidence[],
  { blocked, exchanges }: Evidence,
): boolean {
  if (signal.aborted || blocked?.lasts === true) return false;
  // What outlasted every attempt at the scenario before would outlast those at each of the rest.
  if (blocked !== null && state.inVain) return false;
  // An instance that was given up once is deleted once, whatever became of that.
  const all = [...before.flatMap((one) => one.exchanges), ...exchanges];
  return plan.source === 'install' || !all.some((one) => mayHaveDeleted(plan.suite, one));
}

function mayHaveDeleted(suite: Session['plan']['suite'], exchange: Exchange): boolean {
  if (exchange.request.method !== 'DELETE' || exchange.trouble?.kind === 'unsent') return false;
  return probeOf(suite, exchange)?.credentials === 'user';
}

function openProbes(
  scenario: Scenario,
  before: readonly Evidence[],
  walked: Evidence,
  inconclusive: Inconclusive,
): readonly string[] {
  const lasting = walked.withheld.filter(({ lasts }) => lasts === true).map(({ probe }) => probe);
  return inconclusive(scenario, [...before, walked]).filter((id) => !lasting.includes(id));
}

/** No attempt begins whose run would be over by then. */
function hasTimeFor({ run, runTimeoutMs }: Session['plan'], delayMs: number): boolean {
  return runTimeoutMs === null || Date.now() + delayMs < Date.parse(run.startedAt) + runTimeoutMs;
}

/** What ended the run leaves nothing behind for another attempt; what cannot be removed is not installed over. */
async function walkAgain(
  session: Session,
  scenario: Scenario,
  attempt: number,
  last: Evidence,
): Promise<Evidence> {
  const { plan, state } = session;
  // Each attempt has the patience of the first.
  state.retryMs = plan.settleTimeoutMs;
  if (last.blocked?.endsRun !== true) return walkScenario(session, scenario, attempt);
  const tidied = await tidyUp(session, scenario.id, attempt);
  if (tidied !== null && tidied.blocked !== null) {
    const blocked = tidied.blocked.lasts === true ? tidied.blocked : last.blocked;
    return { ...tidied, notes: [...tidied.notes, { message: tidied.blocked.cause }], blocked };
  }
  Object.assign(state, { before: state.instance, deletions: state.instance, mayVanish: false });
  const again = await walkScenario(session, scenario, attempt);
  if (tidied === null) return again;
  const exchanges = [...tidied.exchanges, ...again.exchanges];
  return { ...again, exchanges, notes: [...tidied.notes, ...again.notes] };
}

/** The attempts at a scenario as one; a probe that was kept back again is so for the later reason. */
function joined(walked: Evidence, again: Evidence, attempt: number): Evidence {
  const isTold = (probe: string) => again.withheld.some((one) => one.probe === probe);
  const { blocked } = again;
  // One attempt that was carried through had all requests of the scenario.
  const isCarriedThrough = walked.blocked === null && blocked?.endsRun !== true;
  const message = `Attempt ${attempt} at \`${walked.scenario}\` was not carried through: ${blocked?.cause}`;
  return {
    scenario: walked.scenario,
    exchanges: [...walked.exchanges, ...again.exchanges],
    notes: [...walked.notes, ...again.notes, ...(blocked !== null && isCarriedThrough ? [{ message }] : [])],
    withheld: [...walked.withheld.filter(({ probe }) => !isTold(probe)), ...again.withheld],
    blocked: isCarriedThrough ? null : blocked,
  };
}
