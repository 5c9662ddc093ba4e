import { inconclusiveProbes } from '../../engine/judge/judge.ts';
import type { Contract } from '../../engine/model/contract.ts';
import type { Inconclusive } from '../../lifecycle/walk/attempts.ts';
import type { RunPlan } from './run-suite.ts';

/** What decides, scenario by scenario, about further attempts: the judge that judges the whole run at its end. */
export function inconclusiveBy(
  { suite, source, settleTimeoutMs }: Pick<RunPlan, 'suite' | 'source' | 'settleTimeoutMs'>,
  contract: Contract,
): Inconclusive {
  return ({ id }, evidence) =>
    inconclusiveProbes({ suite, contract, source, settleTimeoutMs, evidence, scenario: id });
}
