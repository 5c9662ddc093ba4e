import type { Exchange } from '../model/exchange.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { isAccepting, isLost, statusOfAnswer } from './answer/read-answer.ts';
import { goneAfter } from './pool/around.ts';
import type { Subject } from './rule.ts';

/** Probes that are an accepted DELETE. */
export const ACCEPTED_PROBES: ReadonlySet<string> = new Set(
  scenarios
    .flatMap((scenario) => scenario.probes)
    .filter((probe) => probe.row === 'installed')
    .map((probe) => probe.id),
);

/** Whether an exchange is the DELETE of the installed plug-in, with nothing broken. */
export function isDeletion({ purpose, probe }: Exchange): boolean {
  return purpose === 'probe' && probe !== null && ACCEPTED_PROBES.has(probe);
}

/**
 * Whether a lost answer is the endpoint's own doing: met twice by a refusal while List was answered after each, or by
 * an accepted DELETE on two instances, one after the other.
 */
export function isLostForGood(subject: Subject): boolean {
  return subject.probe.row === 'installed' ? lostOnTwoInstances(subject) : lostWhileListIsAnswered(subject);
}

function lostWhileListIsAnswered({ evidence, probe, tries }: Subject): boolean {
  const [one, other] = tries.slice(-2);
  if (one === undefined || other === undefined || !isLost(one) || !isLost(other)) return false;
  const answered = evidence.exchanges.filter(
    (each) => each.purpose === 'list' && each.probe === probe.id && statusOfAnswer(each) === 200,
  );
  return (
    answered.some(({ index }) => index > one.index && index < other.index) &&
    answered.some(({ index }) => index > other.index)
  );
}

function lostOnTwoInstances({ evidence, earlier, exchange }: Subject): boolean {
  if (exchange === null) return false;
  const exchanges = [...earlier, evidence].flatMap((one) => one.exchanges);
  const last = new Map<number, Exchange>();
  for (const one of exchanges) {
    if (isDeletion(one) && one.index <= exchange.index) last.set(one.instance, one);
  }
  const deletes = [...last.values()].slice(-2);
  return deletes.length === 2 && deletes.every((one) => isAcceptedYetLost(one, exchanges));
}

/** Accepted by the status before it broke off, or by what Show said afterwards of the same instance. */
function isAcceptedYetLost(one: Exchange, exchanges: readonly Exchange[]): boolean {
  return isLost(one) && (isAccepting(one) || goneAfter(exchanges, one));
}
