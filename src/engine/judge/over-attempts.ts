import type { Finding } from '../model/finding.ts';
import type { Subject } from './rule.ts';
import { troubleWith } from './trouble.ts';

/** One attempt at a probe as a rule judges it; `findings` is null where it does not show what is demanded. */
export interface Looked {
  readonly subject: Subject;
  readonly findings: readonly Finding[] | null;
}

/**
 * What the attempts at each probe leave: trouble gives way where another attempt at the same probe could tell. A
 * violation, or drift, of any attempt stays. `attempts`: at which the last of them was conclusive, or how many were made
 * of one that never was.
 */
export function overAttempts(looked: readonly Looked[]): {
  readonly left: readonly Looked[];
  readonly attempts: number;
} {
  if (looked.every(({ subject }) => subject.attempts === 1)) return { left: looked, attempts: 1 };
  const probes = new Map<string, Looked[]>();
  for (const one of looked)
    probes.set(one.subject.probe.id, [...(probes.get(one.subject.probe.id) ?? []), one]);
  const left: Looked[] = [];
  let attempts = 1;
  for (const tries of probes.values()) {
    const first = tries.find(isConclusive);
    attempts = Math.max(attempts, first === undefined ? madeAt(tries) : first.subject.attempt);
    left.push(...(first === undefined ? tries : tries.flatMap(withoutTrouble)));
  }
  return { left, attempts };
}

function isConclusive({ subject, findings }: Looked): boolean {
  if (findings === null) return troubleWith(subject) === null;
  return (
    findings.every(({ kind }) => kind !== 'trouble') || findings.some(({ kind }) => kind === 'violation')
  );
}

/** What an attempt saw beside the trouble that it met. */
function withoutTrouble(one: Looked): readonly Looked[] {
  if (isConclusive(one)) return [one];
  const findings = (one.findings ?? []).filter(({ kind }) => kind !== 'trouble');
  return findings.length === 0 ? [] : [{ ...one, findings }];
}

/** How many attempts were made at a probe; one that was never sent was in the way of none. */
function madeAt(tries: readonly Looked[]): number {
  return Math.max(
    ...tries.map(({ subject: { attempt, attempts, exchange, evidence, probe } }) => {
      const isKeptBack = evidence.withheld.some((one) => one.probe === probe.id);
      return exchange === null && !isKeptBack ? attempts : attempt;
    }),
  );
}
