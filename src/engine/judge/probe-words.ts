import type { Probe, Scenario } from '../model/scenario.ts';

/** A probe's request in words that follow an article: `DELETE without a token`. */
export function requestOf({ method, title }: Pick<Probe, 'method' | 'title'>): string {
  return `${method} ${title}`;
}

/** The requests of all probes in those words, by the ids of the probes. */
export function requestsOf(scenarios: readonly Scenario[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    scenarios.flatMap(({ probes }) => probes).map((probe) => [probe.id, requestOf(probe)]),
  );
}
