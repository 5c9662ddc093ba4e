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

/** The error's own code, where the body has one; it says more than the status. */
export function errorCodeOf({ response }: Exchange): string | null {
  const body = response?.body.data.slice(0, 4096) ?? '';
  return /"error_code"\s*:\s*"([\w.-]{1,64})"/.exec(body)?.[1] ?? null;
}

/** Whether the gateway says that the token has expired. */
export function isExpired(exchange: Exchange): boolean {
  return statusOf(exchange) === 401 && errorCodeOf(exchange)?.endsWith('.0307') === true;
}

/** The `Date` of an answer, RFC 3339; null where it has none that can be read. */
export function dateOf({ response }: Exchange): string | null {
  const text = response?.headers.find(([name]) => name.toLowerCase() === 'date')?.[1] ?? '';
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : new Date(date).toISOString();
}
