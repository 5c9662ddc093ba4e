import type { Evidence } from '../model/evidence.ts';
import { scenarios } from '../scenarios/scenarios.ts';

/** Whether a 200 and a 400 were really seen. */
export interface SeenAnswers {
  readonly seen200: boolean;
  readonly seen400: boolean;
}

/** The probes that are a DELETE with the user's own credentials. */
const OWN: ReadonlySet<string> = new Set(
  scenarios
    .flatMap((scenario) => scenario.probes)
    .filter(
      ({ method, credentials, row }) => method === 'DELETE' && credentials === 'user' && row !== 'nothing',
    )
    .map((probe) => probe.id),
);

/** Whether a whole 200, and a whole 400, answered a DELETE under test with the user's credentials. */
export function seenAnswers(evidence: readonly Evidence[]): SeenAnswers {
  const statuses = new Set(
    evidence
      .flatMap(({ exchanges }) => exchanges)
      .filter(({ purpose, probe, trouble }) => {
        return purpose === 'probe' && probe !== null && OWN.has(probe) && trouble === null;
      })
      .map(({ response }) => response?.status),
  );
  return { seen200: statuses.has(200), seen400: statuses.has(400) };
}
