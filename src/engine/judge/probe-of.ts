import type { Exchange } from '../model/exchange.ts';
import type { Probe } from '../model/scenario.ts';
import type { JudgedSuite } from './rule.ts';

const known = new WeakMap<JudgedSuite['scenarios'], ReadonlyMap<string, Probe>>();

/** The probe that an exchange belongs to; undefined for the preparation of a scenario. */
export function probeOf(
  { scenarios }: Pick<JudgedSuite, 'scenarios'>,
  { probe }: Pick<Exchange, 'probe'>,
): Probe | undefined {
  const probes =
    known.get(scenarios) ??
    new Map(scenarios.flatMap((scenario) => scenario.probes).map((one) => [one.id, one]));
  known.set(scenarios, probes);
  return probes.get(probe ?? '');
}
