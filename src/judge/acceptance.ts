import type { Exchange, TroubleKind } from '../model/exchange.ts';
import { isToBeAccepted } from './demands.ts';
import { goneAfter } from './pool/around.ts';
import { statusOfAnswer } from './pool/seen.ts';
import type { Subject } from './rule.ts';

/** Statuses with which something in front of the service says that it got no answer. */
const GATEWAY = [502, 503, 504];

/**
 * Whether a DELETE of the installed plug-in was accepted: by its answer, or, where that was lost or came from a
 * gateway, by its effect. `unknown`: it may have been, and the plug-in is still there.
 */
export function acceptance(subject: Subject): 'accepted' | 'unknown' | 'no' {
  const { exchange } = subject;
  if (exchange === null) return 'no';
  if (isAccepting(exchange)) return 'accepted';
  if (!isLost(exchange) && !isFromGateway(exchange) && exchange.trouble?.kind !== 'interrupted') return 'no';
  return goneAfter(subject.evidence.exchanges, exchange) ? 'accepted' : 'unknown';
}

/** Whether a 2xx came, whole or not. */
export function isAccepting({ response }: Exchange): boolean {
  return response !== null && response.status >= 200 && response.status < 300;
}

const LOST: readonly (TroubleKind | undefined)[] = ['silent', 'not-http', 'malformed', 'cut'];

/** Whether the request reached the target and no whole answer came back. */
export function isLost({ trouble }: Exchange): boolean {
  return LOST.includes(trouble?.kind);
}

/** Whether a gateway answered that the service did not. */
export function isFromGateway(exchange: Exchange): boolean {
  return GATEWAY.includes(statusOfAnswer(exchange) ?? 0);
}

/** Whether a DELETE of the installed plug-in was answered 2xx in this evidence: the twin of every refusal. */
export function twinAccepted(subjects: readonly Subject[]): boolean {
  return subjects.some(({ probe, tries }) => isToBeAccepted(probe) && tries.some(isAccepting));
}
