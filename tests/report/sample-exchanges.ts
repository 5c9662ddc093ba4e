import type { Body, Exchange, RecordedResponse } from '../../src/engine/model/exchange.ts';
import { HOSTILE } from './hostile.ts';

const ENDPOINT = 'https://notes.example.com';
export const NAMES = { project: 'ada', collection: 'kitchen', item: 'groceries' };
export const LIST = `${ENDPOINT}/v1/${NAMES.project}/notebooks/${NAMES.collection}/notes`;
export const NOTE = `${LIST}/${NAMES.item}`;

const HEADERS = [
  ['host', 'notes.example.com'],
  ['accept', 'application/json'],
  ['connection', 'close'],
  ['X-Auth-Token', '[REDACTED]'],
] as const;

/** An exchange with what is said of it, and all else as in an unremarkable List. */
export function exchange(
  change: Omit<Partial<Exchange>, 'request'> & { request?: Partial<Exchange['request']> },
) {
  const index = change.index ?? 0;
  const base: Exchange = {
    index,
    scenario: 'there',
    probe: null,
    purpose: 'list',
    operation: 'ListNotes',
    names: NAMES,
    instance: 1,
    startedAt: new Date(Date.UTC(2025, 2, 17, 12, 29, 18) + index * 1370).toISOString(),
    durationMs: 41.5,
    timings: { connect: 12.25, wait: 25.5, receive: 1.75 },
    request: { method: 'GET', url: LIST, headers: HEADERS, body: null },
    response: answer(200, { notes: [] }),
    trouble: null,
  };
  return { ...base, ...change, index, request: { ...base.request, ...change.request } };
}

/** A response with that JSON. */
export function answer(status: number, value: unknown, more: Partial<Body> = {}): RecordedResponse {
  const data = JSON.stringify(value);
  return {
    status,
    reason: { 200: 'OK', 400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found' }[status] ?? '',
    httpVersion: 'HTTP/1.1',
    headers: [
      ['Content-Type', 'application/json;charset=UTF-8'],
      ['x-request-id', '9f3d3b0f8cbe4b5c9b2b6d3f6a1f0c11'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ],
    body: { encoding: 'utf-8', data, bytesOnWire: Buffer.byteLength(data), ...more },
  };
}

/** The note as the sample target describes it. */
export function note(state: string) {
  const content = { text: 'Milk and flour.', labels: ['home'] };
  return { name: NAMES.item, createdAt: '2025-03-17T12:29:18Z', state, content };
}

const REFUSED = {
  ...{ type: 'gone', title: 42, status: 404 },
  ...{ errors: [{ detail: 'No.', found: {} }], note: HOSTILE, 'a/b~c': null },
};
const SHOW = { purpose: 'settle', operation: 'ShowNote', request: { url: NOTE } } as const;
const PROBE = { purpose: 'probe', operation: 'DeleteNote' } as const;
const BINARY = Buffer.from([0, 255, 254, 1, 27, 91, 128, 193]).toString('base64');
const SIGNED = [
  ['host', 'notes.example.com'],
  ['X-Sdk-Date', '20250317T122918Z'],
  ['X-Security-Token', '[REDACTED]'],
  ['Authorization', 'SDK-HMAC-SHA256 Access=AKEXAMPLE, SignedHeaders=host;x-sdk-date, Signature=0a1b'],
] as const;

/** The changes that make the sample's exchanges; their places are the indexes. */
const CHANGES: readonly Parameters<typeof exchange>[0][] = [
  { scenario: 'credentials', instance: 0 },
  {
    scenario: 'credentials',
    purpose: 'install',
    operation: 'CreateNote',
    request: {
      method: 'POST',
      headers: [...HEADERS, ['content-type', 'application/json'], ['content-length', '64']],
      body: JSON.stringify({ name: 'groceries', text: "it's $HOME" }),
    },
  },
  ...Array.from({ length: 9 }, () => ({
    ...SHOW,
    scenario: 'credentials',
    response: answer(200, note('writing')),
  })),
  { ...SHOW, scenario: 'credentials', response: answer(200, note('ready')) },
  {
    ...PROBE,
    scenario: 'credentials',
    probe: 'wrong-token',
    request: { method: 'DELETE', url: NOTE, headers: [['X-Auth-Token', 'this-token-is-not-valid']] },
    response: answer(400, { title: HOSTILE, status: 400 }),
  },
  {
    ...PROBE,
    scenario: 'ill-formed',
    probe: 'ill-formed-notebook',
    names: { ...NAMES, project: 'p', collection: 'Not_A_Name!' },
    request: {
      method: 'DELETE',
      url: `${ENDPOINT}/v1/p/notebooks/Not_A_Name!/notes/groceries`,
      body: null,
    },
    response: null,
    trouble: { kind: 'not-http', message: 'Bytes came that are no HTTP.', bytes: HOSTILE },
    timings: { connect: 3, wait: -1, receive: -1 },
  },
  {
    ...PROBE,
    scenario: 'ill-formed',
    probe: 'ill-formed-note',
    names: { ...NAMES, item: 'x'.repeat(256) },
    request: { method: 'DELETE', url: `${LIST}/${'x'.repeat(256)}` },
    response: null,
    trouble: {
      kind: 'unsent',
      message: 'The connection was reset.',
      code: 'ECONNRESET',
      proxy: 'proxy.example.com:3128',
      transient: true,
    },
    timings: { connect: -1, wait: -1, receive: -1 },
  },
  {
    ...PROBE,
    scenario: 'unknown',
    probe: 'unknown-note',
    request: { method: 'DELETE', url: NOTE },
    response: answer(404, REFUSED),
  },
  {
    ...PROBE,
    scenario: 'again',
    probe: 'delete-another',
    instance: 2,
    request: {
      method: 'DELETE',
      url: NOTE,
      headers: [...HEADERS, ['content-type', 'application/json'], ['content-length', '3']],
      body: '{ }',
    },
    response: { ...answer(202, note('ready')), reason: HOSTILE },
  },
  {
    ...PROBE,
    scenario: 'repeated',
    probe: 'repeat',
    request: { method: 'DELETE', url: NOTE, headers: SIGNED },
    response: { ...answer(200, null), body: { encoding: 'utf-8', data: '{"title": "Gon', bytesOnWire: 13 } },
    trouble: { kind: 'cut', message: 'The answer broke off after 13 of 1200 bytes.', transient: true },
  },
  { scenario: 'repeated', response: answer(200, { notes: ['x'.repeat(5 * 1024 * 1024)] }) },
  {
    scenario: 'repeated',
    response: {
      ...answer(200, null),
      body: {
        encoding: 'base64',
        data: BINARY,
        bytesOnWire: 8,
        codingError: 'the content coding `x` is unknown',
        codingUnsupported: true,
      },
    },
  },
  {
    scenario: 'end-of-run',
    request: { url: `${NOTE}?detail=true&a=1&a=2` },
    response: { ...answer(404, {}), body: { encoding: 'utf-8', data: '', bytesOnWire: 0, truncated: true } },
  },
];

/** Where the sample's exchanges of note stand. */
export const AT = {
  install: 1,
  wrongToken: 12,
  notHttp: 13,
  silent: 14,
  refused: 15,
  status202: 16,
  cut: 17,
} as const;

/** Every exchange of the sample. */
export const EXCHANGES: readonly Exchange[] = CHANGES.map((change, index) => exchange({ ...change, index }));
