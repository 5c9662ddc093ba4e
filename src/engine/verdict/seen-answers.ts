import { isSent, isToBeAccepted } from '../judge/demands.ts';
import { probeOf } from '../judge/probe-of.ts';
import type { JudgedSuite } from '../judge/rule.ts';
import type { Evidence } from '../model/evidence.ts';

/** Which of the answers that a verdict rests on were not seen, and what the requests that had to be refused were answered. */
export interface SeenAnswers {
  /** The method of the requests, and the statuses that none of them had, in the order of the suite. */
  readonly unseen: { readonly method: string; readonly statuses: readonly number[] };
  /** How many of those that had to be refused had which status. */
  readonly refusals: ReadonlyMap<number, number>;
}

/** Which whole answers the requests under test with the user's credentials had. */
export function seenAnswers(
  suite: Pick<JudgedSuite, 'scenarios' | 'operations' | 'decisive'>,
  evidence: readonly Evidence[],
): SeenAnswers {
  const refusals = new Map<number, number>();
  const statuses = new Set<number>();
  for (const exchange of evidence.flatMap(({ exchanges }) => exchanges)) {
    const { purpose, trouble, response } = exchange;
    const probe = probeOf(suite, exchange);
    if (purpose !== 'probe' || probe === undefined || trouble !== null || response === null) continue;
    const isTested = suite.operations.some(({ id }) => id === probe.operation);
    if (!isTested || probe.method !== suite.decisive.method || probe.credentials !== 'user' || !isSent(probe))
      continue;
    statuses.add(response.status);
    if (isToBeAccepted(probe)) continue;
    refusals.set(response.status, (refusals.get(response.status) ?? 0) + 1);
  }
  const { method, statuses: decisive } = suite.decisive;
  return { unseen: { method, statuses: decisive.filter((status) => !statuses.has(status)) }, refusals };
}
