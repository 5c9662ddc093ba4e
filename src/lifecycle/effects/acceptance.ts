import { isAccepting, isFromGateway, isLost } from '../../engine/judge/body/read-answer.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import { goneAfter } from './before-and-after.ts';
import { resourceOf } from './resource.ts';

/**
 * Whether a DELETE of the installed resource was accepted: by its answer, or, where that was lost or came from a
 * gateway, by its effect. `unknown`: it may have been, and the resource is still there.
 */
export function acceptance(subject: Subject): 'accepted' | 'unknown' | 'no' {
  const { exchange } = subject;
  if (exchange === null) return 'no';
  if (isAccepting(exchange)) return 'accepted';
  if (!isLost(exchange) && !isFromGateway(exchange) && exchange.trouble?.kind !== 'interrupted') return 'no';
  return goneAfter(resourceOf(subject), subject.evidence.exchanges, exchange) ? 'accepted' : 'unknown';
}
