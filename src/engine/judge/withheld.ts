import type { Withheld } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Judged, Subject } from './rule.ts';

/** Outcomes of which several requests withheld for one requirement give the first. */
const ORDER = ['drift', 'not-observed', 'not-applicable'] as const;

/** Why the request of a subject was kept back on purpose; null where it was not, or where that leaves it untested. */
export function setAside({ probe, evidence, exchange }: Subject): Withheld | null {
  if (exchange !== null) return null;
  const held = evidence.withheld.find((one) => one.probe === probe.id) ?? null;
  return held?.outcome === 'inconclusive' ? null : held;
}

/** What became of a requirement all of whose requests were kept back. */
export function judgedAside(held: readonly Withheld[]): Judged {
  const outcome = ORDER.find((one) => held.some((each) => each.outcome === one)) ?? 'not-observed';
  const deciding = held.filter((one) => one.outcome === outcome);
  const [first] = deciding;
  const findings = outcome === 'drift' ? deciding.map((one) => withheldFinding('drift', one)) : [];
  return { outcome, findings, ...(first === undefined ? {} : { because: { reason: first.reason } }) };
}

/** The reason as a finding. */
export function withheldFinding(kind: Finding['kind'], { reason, exchange }: Withheld): Finding {
  const code = kind === 'trouble' ? 'trouble-withheld' : 'withheld';
  return { kind, code, message: reason, ...(exchange === undefined ? {} : { exchange }) };
}
