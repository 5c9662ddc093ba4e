import type { Evidence } from '../model/evidence.ts';
import type { Probe } from '../model/scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';

/** Whether a 200 and a 400 were really seen, and what the requests that had to be refused were answered. */
export interface SeenAnswers {
  readonly seen200: boolean;
  readonly seen400: boolean;
  /** How many of them had which status. */
  readonly refusals: ReadonlyMap<number, number>;
}

/** The probes that are a DELETE with the user's own credentials. */
const OWN: ReadonlyMap<string, Probe> = new Map(
  scenarios
    .flatMap((scenario) => scenario.probes)
    .filter(
      ({ method, credentials, row }) => method === 'DELETE' && credentials === 'user' && row !== 'nothing',
    )
    .map((probe) => [probe.id, probe]),
);

/** Which whole answers the DELETEs under test with the user's credentials had: whether a 200 and a 400 was among them. */
export function seenAnswers(evidence: readonly Evidence[]): SeenAnswers {
  const refusals = new Map<number, number>();
  const statuses = new Set<number>();
  for (const { purpose, probe, trouble, response } of evidence.flatMap(({ exchanges }) => exchanges)) {
    const own = OWN.get(probe ?? '');
    if (purpose !== 'probe' || own === undefined || trouble !== null || response === null) continue;
    statuses.add(response.status);
    if (own.row === 'installed') continue;
    refusals.set(response.status, (refusals.get(response.status) ?? 0) + 1);
  }
  return { seen200: statuses.has(200), seen400: statuses.has(400), refusals };
}
