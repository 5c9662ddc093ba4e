import { isAccepting, isLost } from '../../engine/judge/body/read-answer.ts';
import { isToBeAccepted } from '../../engine/judge/demands.ts';
import { probeOf } from '../../engine/judge/probe-of.ts';
import type { JudgedSuite, Subject } from '../../engine/judge/rule.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import { exchangesUpTo, goneAfter } from './before-and-after.ts';
import { type ReadResource, resourceOf } from './resource.ts';

/** Whether an exchange is the DELETE of the installed resource, with nothing broken. */
export function isDeletion(suite: Pick<JudgedSuite, 'scenarios'>, exchange: Exchange): boolean {
  const probe = exchange.purpose === 'probe' ? probeOf(suite, exchange) : undefined;
  return probe !== undefined && isToBeAccepted(probe);
}

/** Whether the answers to accepted DELETEs were lost on two instances, one after the other: that is the endpoint's own doing. */
export function isLostOnTwoInstances(subject: Subject): boolean {
  const { suite, exchange } = subject;
  if (exchange === null) return false;
  const exchanges = exchangesUpTo(subject);
  const last = new Map<number, Exchange>();
  for (const one of exchanges) {
    if (isDeletion(suite, one) && one.index <= exchange.index) last.set(one.instance, one);
  }
  const resource = resourceOf(subject);
  const deletes = [...last.values()].slice(-2);
  return deletes.length === 2 && deletes.every((one) => isAcceptedYetLost(resource, one, exchanges));
}

/** Accepted by the status before it broke off, or by what Show said afterwards of the same instance. */
function isAcceptedYetLost(resource: ReadResource, one: Exchange, exchanges: readonly Exchange[]): boolean {
  return isLost(one) && (isAccepting(one) || goneAfter(resource, exchanges, one));
}
