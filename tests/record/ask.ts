import type { Socket } from 'node:net';
import { createRecorder } from '../../src/engine/http/recorder.ts';
import type { Exchange } from '../../src/engine/model/exchange.ts';
import { redactor } from '../../src/engine/secrets/redact.ts';
import { keepBodies } from '../../src/lifecycle/large/kept-bodies.ts';
import { resource } from '../suites/notes/api.ts';
import { startRaw } from './raw-server.ts';

/** How a request of a test differs from a plain DELETE. */
export interface Variation {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly secrets?: readonly string[];
  readonly protocol?: 'http:' | 'https:';
  readonly hostname?: string;
  readonly proxy?: string;
  /** In lower case: a header of the answer whose value is a secret. */
  readonly secretHeader?: string;
  /** Null for a sign-in. */
  readonly names?: Exchange['names'];
}

/** What one request was sent as, and what was recorded of it. */
export interface Asked {
  readonly exchange: Exchange;
  /** The request's bytes as they came. */
  readonly received: string;
}

/** Sends one request to a server that answers by `answer`, through the recorder. */
export async function ask(answer: (socket: Socket) => void, variation: Variation = {}): Promise<Asked> {
  const server = await startRaw(answer);
  try {
    const exchange = await askPort(server.port, variation);
    return { exchange, received: server.received[0] ?? '' };
  } finally {
    await server.close();
  }
}

const NAMES = { project: 'p', collection: 'a', item: 'b' };

/** Sends one request to a port of this machine through the recorder. */
export function askPort(port: number, variation: Variation = {}): Promise<Exchange> {
  const { protocol = 'http:', hostname = '127.0.0.1', proxy = null } = variation;
  const record = createRecorder({
    origin: { protocol, hostname, port, shown: `${protocol}//${hostname}:${port}`, proxy },
    timeoutMs: variation.timeoutMs ?? 5000,
    signal: variation.signal ?? new AbortController().signal,
    redact: redactor(() => variation.secrets ?? []),
    kept: keepBodies({ file: null, resource, isOwn: () => false }),
    from: 0,
    onExchange: () => undefined,
  });
  return record({
    method: variation.method ?? 'DELETE',
    path: variation.path ?? '/v1/p/notebooks/a/notes/b',
    headers: variation.headers ?? [],
    body: variation.body ?? null,
    scenario: 'a-scenario',
    probe: 'a-probe',
    purpose: 'probe',
    operation: 'DeleteNote',
    names: variation.names === undefined ? NAMES : variation.names,
    instance: 1,
    ...(variation.secretHeader === undefined
      ? {}
      : { secretHeader: { name: variation.secretHeader, learn: () => undefined, take: () => undefined } }),
  });
}
