import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Scenario } from '../model/scenario.ts';
import { isAccepting } from './body/read-answer.ts';
import { isToBeAccepted } from './demands.ts';
import type { Given, Subject } from './rule.ts';

/** Every probe of every scenario in the order of the walk, with what was recorded of it. */
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
    const earlier = at === -1 ? evidence : evidence.slice(0, at);
    return scenario.probes.map((probe) => {
      const tries = own.exchanges.filter((one) => one.probe === probe.id && one.purpose === 'probe');
      const exchange = tries.at(-1) ?? null;
      return { suite, contract, probe, settleTimeoutMs, evidence: own, earlier, tries, exchange };
    });
  });
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
