import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import { clockAhead } from '../../lifecycle/walk/answer.ts';
import type { ErrorReader } from '../../lifecycle/walk/walked-suite.ts';

/** What services and the gateway in front of them tell by their errors. */
export const errors: ErrorReader = { codeOf, messageOf, isExpired, isRefusedForClock, hasNoSuchApi };

/** The header in which the gateway says what it calls a request; its errors repeat it as `request_id`. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** As much of a body is looked at. In characters. */
const BEGINNING = 4096;

function codeOf({ response }: Exchange): string | null {
  const body = response?.body.data.slice(0, BEGINNING) ?? '';
  return /"error_code"\s*:\s*"([\w.-]{1,64})"/.exec(body)?.[1] ?? null;
}

function messageOf({ response }: Exchange): string | null {
  const body = response?.body.data.slice(0, BEGINNING) ?? '';
  return /"error_msg"\s*:\s*("(?:[^"\\]|\\.){1,160}")/.exec(body)?.[1] ?? null;
}

function isExpired(exchange: Exchange): boolean {
  return statusOfAnswer(exchange) === 401 && codeOf(exchange)?.endsWith('.0307') === true;
}

/** Farther apart than so, signatures are refused, in milliseconds. */
const SIGNATURE_SKEW_MS = 15 * 60_000;

function isRefusedForClock(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange);
  const isSigned = exchange.request.headers.some(
    ([name, value]) => name.toLowerCase() === 'authorization' && value.startsWith('SDK-HMAC-SHA256'),
  );
  return (
    isSigned && (status === 401 || status === 403) && Math.abs(clockAhead(exchange) ?? 0) > SIGNATURE_SKEW_MS
  );
}

function hasNoSuchApi(exchange: Exchange): boolean {
  return /^APIG(?:W)?\.0101$/.test(codeOf(exchange) ?? '');
}
