import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Probe, Scenario } from '../model/scenario.ts';
import { isAccepting } from './body/read-answer.ts';
import { isSent, isToBeAccepted } from './demands.ts';
import type { Given, Subject } from './rule.ts';

/** Every probe of every scenario in the order of the walk, with what each attempt recorded of it. */
export function subjectsOf({
  suite,
  contract,
  evidence,
  settleTimeoutMs,
}: Given & {
  readonly evidence: readonly Evidence[];
  readonly settleTimeoutMs: number;
}): readonly Subject[] {
  return suite.scenarios.flatMap((scenario) => {
    const at = evidence.findIndex((one) => one.scenario === scenario.id);
    const own = evidence[at] ?? notRun(scenario);
    const before = at === -1 ? evidence : evidence.slice(0, at);
    const all = attemptsIn(own);
    return all.flatMap((part, index) => {
      const [attempt, attempts] = [index + 1, all.length];
      const earlier = [...before, ...all.slice(0, index)];
      return scenario.probes.flatMap((probe) => {
        const tries = part.exchanges.filter((one) => one.probe === probe.id && one.purpose === 'probe');
        // A further attempt is at what was inconclusive alone, and may have ended before it.
        if (attempt > 1 && !wasTried(part, probe, tries)) return [];
        const exchange = tries.at(-1) ?? null;
        const about = { suite, contract, probe, attempt, attempts, settleTimeoutMs };
        return [{ ...about, evidence: part, earlier, tries, exchange }];
      });
    });
  });
}

/** The evidence of each attempt at a scenario, the first one first. */
function attemptsIn(evidence: Evidence): readonly Evidence[] {
  const most = evidence.exchanges.reduce((found, { attempt = 1 }) => Math.max(found, attempt), 1);
  if (most === 1) return [evidence];
  return Array.from({ length: most }, (_, index) => ({
    ...evidence,
    exchanges: evidence.exchanges.filter(({ attempt = 1 }) => attempt === index + 1),
  }));
}

function wasTried({ exchanges }: Evidence, probe: Probe, tries: readonly Exchange[]): boolean {
  return isSent(probe) ? tries.length > 0 : exchanges.some((one) => one.probe === probe.id);
}

function notRun({ id }: Scenario): Evidence {
  const blocked = {
    cause: 'The scenario was not run.',
    tried: '',
    remedy: 'Run the whole suite, or see why the run ended before it.',
    endsRun: false,
  };
  return { scenario: id, exchanges: [], notes: [], withheld: [], blocked };
}

/** The exchanges of a probe after its last try; for a probe that sends nothing all of them. */
export function after({ evidence, probe, exchange }: Subject): readonly Exchange[] {
  const from = exchange?.index ?? -1;
  return evidence.exchanges.filter((one) => one.probe === probe.id && one.index > from);
}

/** Whether the request that is to be accepted was answered 2xx in this evidence: the twin of every refusal. */
export function twinAccepted(subjects: readonly Subject[]): boolean {
  return subjects.some(({ probe, tries }) => isToBeAccepted(probe) && tries.some(isAccepting));
}
