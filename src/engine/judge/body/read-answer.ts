import type { Exchange, TroubleKind } from '../../model/exchange.ts';

/** The status of a whole answer; null where none came. */
export function statusOfAnswer({ response, trouble }: Exchange): number | null {
  return trouble === null && response !== null ? response.status : null;
}

/** Whether a whole answer says that the request was accepted. */
export function isAccepted(exchange: Exchange): boolean {
  return exchange.trouble === null && isAccepting(exchange);
}

/** Whether a 2xx came, whole or not: what accepted a request may break off after its status. */
export function isAccepting({ response }: Exchange): boolean {
  return response !== null && response.status >= 200 && response.status < 300;
}

const LOST: readonly (TroubleKind | undefined)[] = ['silent', 'not-http', 'malformed', 'cut'];

/** Whether the request reached the target and no whole answer came back. */
export function isLost({ trouble }: Exchange): boolean {
  return LOST.includes(trouble?.kind);
}

/** Statuses with which something in front of the service says that it got no answer. */
const GATEWAY = [502, 503, 504];

/** Whether a gateway answered that the service did not. */
export function isFromGateway(exchange: Exchange): boolean {
  return GATEWAY.includes(statusOfAnswer(exchange) ?? 0);
}

/** No answer, or one that may come from something in front of the endpoint: whether it worked has to be looked up. */
export function isUnclear(exchange: Exchange): boolean {
  return statusOfAnswer(exchange) === null || isFromGateway(exchange);
}
