import type { Exchange } from '../model/exchange.ts';

/** The status of a whole answer; null where none came. */
export function statusOf({ response, trouble }: Exchange): number | null {
  return trouble === null ? (response?.status ?? null) : null;
}

/** Whether an answer, whole or not, says that the request was accepted. */
export function isAccepted(exchange: Exchange): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 200 && status < 300;
}

/** Whether something in front of the service says that it got no answer. */
export function isFromGateway(exchange: Exchange): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 502 && status <= 504;
}

/** No answer, or one that may come from something in front of the endpoint: whether it worked has to be looked up. */
export function isUnclear(exchange: Exchange): boolean {
  return statusOf(exchange) === null || isFromGateway(exchange);
}
