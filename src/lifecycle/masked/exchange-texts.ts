import { isObject } from '../../engine/contract/json-value.ts';
import type { Exchange, RecordedResponse } from '../../engine/model/exchange.ts';
import type { Salted } from './salted.ts';

/** A neighbour that was asked for stands in the request. */
export function withNames(exchange: Exchange, tokenOf: (name: string) => string | undefined): Exchange {
  const { names, request } = exchange;
  const item = names === null ? undefined : tokenOf(names.item);
  if (names === null || item === undefined) return exchange;
  const url = request.url
    .split('/')
    .map((part) => (decoded(part) === names.item ? item : part))
    .join('/');
  return { ...exchange, names: { ...names, item }, request: { ...request, url } };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What could not be read of an answer that tells of others may hold any of it. */
export function withoutBytes(exchange: Exchange, salted: Salted): Exchange {
  const { trouble } = exchange;
  if (trouble?.bytes === undefined) return exchange;
  return { ...exchange, trouble: { ...trouble, bytes: salted.token(trouble.bytes) } };
}

/** What these headers say is of the message, and judged. */
const OF_MESSAGE = /^(?:content-|transfer-encoding$|connection$|date$)/i;

/** An exchange with each text that came masked. */
export function withText(exchange: Exchange, mask: (text: string) => string): Exchange {
  const { response, trouble } = exchange;
  return {
    ...exchange,
    response: response === null ? null : answerWithText(response, mask),
    trouble: trouble === null ? null : textsIn(trouble, mask),
  };
}

function answerWithText(response: RecordedResponse, mask: (text: string) => string): RecordedResponse {
  const { reason, headers, body } = response;
  const data = body.encoding === 'base64' ? body.data : mask(body.data);
  return {
    ...response,
    reason: mask(reason),
    headers: headers.map(([name, value]) => [name, OF_MESSAGE.test(name) ? value : mask(value)]),
    // Equal bodies stay one.
    body: data === body.data ? body : { ...body, data },
  };
}

/** The same value, each text in it masked; only texts change, so the type stays. */
export function textsIn<T>(value: T, mask: (text: string) => string): T;
export function textsIn(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((one: unknown) => textsIn(one, mask));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, textsIn(one, mask)]));
}
