import type { Exchange, HeaderLine, OperationId, Purpose } from '../model/exchange.ts';
import type { Names } from '../model/resource.ts';
import { type Redact, redactNames } from '../secrets/redact.ts';
import type { KeptBodies } from './large-bodies.ts';
import type { SecretHeader } from './secret-answer.ts';
import { send } from './send.ts';

/** The host that requests go to, and how it is shown. */
export interface Origin {
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  readonly port: number;
  /** Scheme and authority as reports show them, e.g. `https://host:8443`. */
  readonly shown: string;
  /** The URL of the proxy in front of it, for https alone; null for none. */
  readonly proxy: string | null;
}

/** One request to be sent and recorded. */
export interface Ask {
  readonly method: string;
  /** Percent-encoded, with the endpoint's path prefix. */
  readonly path: string;
  /** Those of the credentials. */
  readonly headers: readonly HeaderLine[];
  readonly body: string | null;
  readonly contentType?: string;
  readonly scenario: string;
  /** From 1. */
  readonly attempt?: number;
  readonly probe: string | null;
  readonly purpose: Purpose;
  readonly operation: OperationId | null;
  /** Those that the path was made of, as they are; null where it was made of none. */
  readonly names: Names | null;
  readonly instance: number;
  /** Where it goes, if not to the target. */
  readonly origin?: Origin;
  /** Asked when the connection stands, just before anything is sent; where it says false nothing is. */
  readonly mayGo?: () => boolean;
  /** A header of the answer whose value is a secret from then on: next to nothing of such an answer is recorded. */
  readonly secretHeader?: SecretHeader;
}

/** Sends a request and gives the exchange, numbered from 0 in the order of sending and free of secrets. */
export type RecordExchange = (ask: Ask) => Promise<Exchange>;

/** What a recorder needs to know. */
export interface RecorderOptions {
  readonly origin: Origin;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly redact: Redact;
  /** What is kept of the bodies that come. */
  readonly kept: KeptBodies;
  /** The number of the first exchange. */
  readonly from: number;
  /** Told of every exchange once it is over. */
  readonly onExchange: (exchange: Exchange) => void;
}

/** The only way to the target: what comes out of it is evidence, already redacted. */
export function createRecorder(options: RecorderOptions): RecordExchange {
  const { timeoutMs, signal, redact, kept, onExchange } = options;
  let next = options.from;
  return async (ask) => {
    const index = next;
    next += 1;
    const startedAt = new Date().toISOString();
    const begun = performance.now();
    const { origin = options.origin, secretHeader = null } = ask;
    const headers = headerLines(ask, origin);
    const { hostname, port, protocol, proxy } = origin;
    const { method, path, body } = ask;
    const outgoing = {
      ...{ protocol, hostname, port, proxy, path, method, headers, body },
      ...{ timeoutMs, signal, secretHeader, operation: ask.operation, mayGo: ask.mayGo ?? null },
    };
    const { attempt = 1 } = ask;
    const { response, trouble, timings } = await send(outgoing, redact, kept);
    const recorded = response === null ? null : { ...response, body: kept.keep(response.body) };
    const exchange: Exchange = {
      index,
      scenario: ask.scenario,
      ...(attempt === 1 ? {} : { attempt }),
      probe: ask.probe,
      purpose: ask.purpose,
      operation: ask.operation,
      names: ask.names === null ? null : redactNames(ask.names, redact),
      instance: ask.instance,
      startedAt,
      durationMs: round(performance.now() - begun),
      timings: {
        connect: round(timings.connect),
        wait: round(timings.wait),
        receive: round(timings.receive),
      },
      request: {
        method,
        url: redact(origin.shown + path),
        headers: headers.map(([name, value]) => [name, redact(name === 'host' ? hostOf(origin) : value)]),
        body: body === null ? null : redact(body),
      },
      response: recorded,
      trouble,
    };
    onExchange(exchange);
    return exchange;
  };
}

function headerLines(ask: Ask, origin: Origin): HeaderLine[] {
  const standardPort = origin.protocol === 'https:' ? 443 : 80;
  const host = origin.port === standardPort ? origin.hostname : `${origin.hostname}:${origin.port}`;
  const lines: HeaderLine[] = [
    ['host', host],
    ['accept', 'application/json'],
    ['connection', 'close'],
  ];
  if (ask.body !== null) {
    lines.push(['content-type', ask.contentType ?? 'application/json']);
    // Node sends a DELETE's body with neither a length nor chunks, and servers answer 400.
    lines.push(['content-length', String(Buffer.byteLength(ask.body))]);
  }
  return [...lines, ...ask.headers];
}

/** The host of an origin as requests name it, with its port where that is not the usual one. */
export function hostOf({ shown }: Origin): string {
  return shown.replace(/^https?:\/\//, '');
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
