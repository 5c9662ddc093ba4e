import { isSent, isToBeAccepted } from '../judge/demands.ts';
import { probeOf } from '../judge/probe-of.ts';
import type { JudgedSuite } from '../judge/rule.ts';
import type { Evidence } from '../model/evidence.ts';

/** Whether a 200 and a 400 were really seen, and what the requests that had to be refused were answered. */
export interface SeenAnswers {
  readonly seen200: boolean;
  readonly seen400: boolean;
  /** How many of them had which status. */
  readonly refusals: ReadonlyMap<number, number>;
}

/** Which whole answers the requests under test with the user's credentials had: whether a 200 and a 400 was among them. */
export function seenAnswers(
  suite: Pick<JudgedSuite, 'scenarios' | 'operations'>,
  evidence: readonly Evidence[],
): SeenAnswers {
  const refusals = new Map<number, number>();
  const statuses = new Set<number>();
  for (const exchange of evidence.flatMap(({ exchanges }) => exchanges)) {
    const { purpose, trouble, response } = exchange;
    const probe = probeOf(suite, exchange);
    if (purpose !== 'probe' || probe === undefined || trouble !== null || response === null) continue;
    const isTested = suite.operations.some(({ id }) => id === probe.operation);
    if (!isTested || probe.credentials !== 'user' || !isSent(probe)) continue;
    statuses.add(response.status);
    if (isToBeAccepted(probe)) continue;
    refusals.set(response.status, (refusals.get(response.status) ?? 0) + 1);
  }
  return { seen200: statuses.has(200), seen400: statuses.has(400), refusals };
}
