import fc from 'fast-check';
import type { Body, Exchange, HeaderLine } from '../../../../src/engine/model/exchange.ts';
import { anyBody } from './bodies.ts';
import { anyEdits, written } from './near-valid.ts';
import { anyText } from './texts.ts';

/** What came to a request. */
export type Came = Pick<Exchange, 'response' | 'trouble'>;

/** An answer that is still to be written: its status, and its body where it is JSON. */
export interface Meant {
  readonly status: number;
  readonly value: unknown;
}

/** What comes in the place of what was meant. */
export type Answering = (meant: Meant) => Came;

const JSON_TYPE = ['application/json;charset=UTF-8', 'application/json', 'APPLICATION/JSON; charset="utf8"'];

const plainHeaders: fc.Arbitrary<readonly HeaderLine[]> = fc
  .tuple(fc.constantFrom('content-type', 'Content-Type'), fc.constantFrom(...JSON_TYPE), fc.option(anyText))
  .map(([name, type, id]) => [[name, type], ...(id === null ? [] : [['x-request-id', id] as const])]);

const oddType = fc.oneof(
  fc.constantFrom(
    ...['text/html', 'text/html;charset=utf-16', 'application/json;charset=latin1', 'application/json;;;'],
    ...['application/json;charset=\ud800', '/', '', 'a/b;'.repeat(3000), 'application/problem+json', ',,,'],
  ),
  anyText,
);

const oddHeaders: fc.Arbitrary<readonly HeaderLine[]> = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.tuple(fc.constant('Content-Type'), oddType), { maxLength: 3 }) },
  { weight: 8, arbitrary: fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }) },
  { weight: 1, arbitrary: anyText.map((text) => Array.from({ length: 10_000 }, () => ['x', text] as const)) },
);

const status = fc.oneof(
  fc.constantFrom(200, 202, 204, 301, 400, 401, 403, 404, 405, 409, 410, 414, 429, 500, 501, 502, 503, 504),
  fc.integer({ min: 0, max: 999 }),
);

const trouble: fc.Arbitrary<Exchange['trouble']> = fc.record(
  {
    kind: fc.constantFrom('unsent', 'silent', 'not-http', 'malformed', 'cut', 'cut', 'interrupted'),
    message: anyText,
    bytes: anyText,
    code: anyText,
    proxy: anyText,
    transient: fc.constant<true>(true),
  },
  { requiredKeys: ['kind', 'message'] },
);

/** The answer as it was meant, in one of its usual forms. */
export const plain: fc.Arbitrary<Answering> = plainHeaders.map(
  (headers) => (meant) => came(meant.status, headers, text(JSON.stringify(meant.value))),
);

/** What was meant with some of its members, its status or its headers changed. */
const nearly: fc.Arbitrary<Answering> = fc
  .tuple(anyEdits, fc.option(status, { freq: 3 }), fc.oneof(plainHeaders, plainHeaders, oddHeaders))
  .map(
    ([edits, other, headers]) =>
      (meant) =>
        came(other ?? meant.status, headers, text(written(meant.value, edits))),
  );

/** Another body altogether, under the status that was meant or another. */
const other: fc.Arbitrary<Answering> = fc
  .tuple(anyBody, fc.option(status), fc.oneof(plainHeaders, oddHeaders))
  .map(
    ([body, code, headers]) =>
      (meant) =>
        came(code ?? meant.status, headers, body),
  );

/** No whole answer. */
const lost: fc.Arbitrary<Answering> = fc.tuple(trouble, fc.option(other)).map(([why, begun]) => (meant) => ({
  response: begun?.(meant).response ?? null,
  trouble: why,
}));

const nothing: fc.Arbitrary<Answering> = fc.constant(() => ({ response: null, trouble: null }));

/** Anything but what was meant. */
export const hostile: fc.Arbitrary<Answering> = fc.oneof(
  { weight: 12, arbitrary: nearly },
  { weight: 5, arbitrary: other },
  { weight: 4, arbitrary: lost },
  { weight: 1, arbitrary: nothing },
);

/** An answer with this body. */
export function withBody(body: Body): Answering {
  return (meant) => came(meant.status, [['content-type', 'application/json']], body);
}

function came(code: number, headers: readonly HeaderLine[], body: Body): Came {
  return { response: { status: code, reason: '', httpVersion: 'HTTP/1.1', headers, body }, trouble: null };
}

function text(data: string): Body {
  return { encoding: 'utf-8', data, bytesOnWire: data.length };
}
