import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { HeaderLine, RecordedResponse, Trouble } from '../model/exchange.ts';
import { BEGINNING, BODY_LIMIT, recordBeginning, recordBody } from './body.ts';
import type { Redact } from './redact.ts';
import { troubleOf } from './trouble.ts';
import { type Tunnel, tunnelTo } from './tunnel.ts';

/** As many bytes of headers as are read; Node's own bound is 16 KiB. */
const MOST_OF_HEADERS = 1024 * 1024;

/** A header of an answer whose value must never be shown, and what takes it before anything is recorded. */
export interface SecretHeader {
  /** In lower case. */
  readonly name: string;
  readonly take: (value: string) => void;
}

/** A request as it goes out. */
export interface Outgoing {
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  readonly port: number;
  /** The URL of the proxy to go through; null for none. */
  readonly proxy: string | null;
  /** Sent exactly so: nothing resolves or encodes it again. */
  readonly path: string;
  readonly method: string;
  readonly headers: readonly HeaderLine[];
  readonly body: string | null;
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly secretHeader: SecretHeader | null;
}

/** What came back. */
export interface Incoming {
  readonly response: RecordedResponse | null;
  readonly trouble: Trouble | null;
  /** Milliseconds; -1 where the phase did not happen. */
  readonly timings: { readonly connect: number; readonly wait: number; readonly receive: number };
}

/** Sends one request on a connection of its own, follows nothing, and keeps what came; never rejects. */
export async function send(outgoing: Outgoing, redact: Redact): Promise<Incoming> {
  const { timeoutMs, signal, body, proxy, hostname } = outgoing;
  const tunnel = proxy === null ? null : await tunnelTo(bracketless(hostname), proxy);
  return new Promise((resolve) => {
    const begun = performance.now();
    let connectedAt: number | null = null;
    let answeredAt: number | null = null;
    let bytesRead = 0;
    let response: IncomingMessage | null = null;
    let error: Error | null = null;
    let truncated = false;
    let timedOut = false;
    const beginning: Buffer[] = [];
    const chunks: Buffer[] = [];
    let length = 0;

    const request = open(outgoing, tunnel);
    const abort = () => {
      request.destroy();
      tunnel?.giveUp();
    };
    const timer = setTimeout(() => {
      timedOut = true;
      abort();
    }, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();

    request.on('socket', (socket: Socket) => {
      socket.once(outgoing.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connectedAt = performance.now();
      });
      socket.on('data', (chunk: Buffer) => {
        if (bytesRead < BEGINNING) beginning.push(chunk);
        bytesRead += chunk.length;
      });
    });
    request.on('error', (failure) => {
      error ??= failure;
    });
    request.on('upgrade', (message, socket) => {
      response = message;
      answeredAt = performance.now();
      socket.destroy();
    });
    request.on('response', (message) => {
      response = message;
      answeredAt = performance.now();
      takeSecret(message, outgoing.secretHeader);
      message.on('data', (chunk: Buffer) => {
        chunks.push(chunk.subarray(0, Math.max(0, BODY_LIMIT - length)));
        length += chunk.length;
        if (length > BODY_LIMIT) {
          truncated = true;
          request.destroy();
        }
      });
      message.on('error', (failure) => {
        error ??= failure;
      });
    });
    request.on('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      const closed = performance.now();
      const whole =
        response !== null && (truncated || response.statusCode === 101 || isWhole(response, error));
      const progress = {
        untunnelled: tunnel?.untunnelled() ?? null,
        connected: connectedAt !== null,
        bytesRead,
        status: response?.statusCode ?? null,
        bytes: recordBeginning(Buffer.concat(beginning), redact),
        timedOut,
        interrupted: signal.aborted,
        timeoutMs,
      };
      resolve({
        response:
          response === null ? null : recordResponse(response, Buffer.concat(chunks), truncated, redact),
        trouble: whole ? null : troubleOf(error, progress),
        timings: {
          connect: connectedAt === null ? -1 : connectedAt - begun,
          wait: connectedAt === null || answeredAt === null ? -1 : answeredAt - connectedAt,
          receive: answeredAt === null ? -1 : closed - answeredAt,
        },
      });
    });
    request.end(body ?? undefined);
  });
}

/**
 * Excess bytes after a complete answer raise an error on the request that is none of the answer's;
 * a close-delimited body that is reset says `complete` and has its error on the request.
 */
function isWhole(response: IncomingMessage, error: (Error & { code?: string }) | null): boolean {
  if (!response.complete) return false;
  const delimited = 'content-length' in response.headers || 'transfer-encoding' in response.headers;
  return error === null || delimited;
}

function takeSecret({ headers }: IncomingMessage, secret: SecretHeader | null): void {
  const value = secret === null ? undefined : headers[secret.name];
  if (typeof value === 'string') secret?.take(value);
}

/** Node wants an IPv6 address without its brackets. */
export function bracketless(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function open(outgoing: Outgoing, tunnel: Tunnel | null): ClientRequest {
  const options: RequestOptions = {
    protocol: outgoing.protocol,
    hostname: bracketless(outgoing.hostname),
    port: outgoing.port,
    path: outgoing.path,
    method: outgoing.method,
    headers: Object.fromEntries(outgoing.headers),
    // A long header, or very many, is still an answer.
    maxHeaderSize: MOST_OF_HEADERS,
    // A connection of its own: on a stale one the target looks as if it had read the request and hung up.
    agent: false,
    ...tunnel?.options,
  };
  const request = outgoing.protocol === 'https:' ? httpsRequest(options) : httpRequest(options);
  request.maxHeadersCount = 0;
  tunnel?.follow(request);
  return request;
}

function recordResponse(
  response: IncomingMessage,
  bytes: Buffer,
  truncated: boolean,
  redact: Redact,
): RecordedResponse {
  const raw = response.rawHeaders;
  const headers: HeaderLine[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2)
    headers.push([redact(raw[at] ?? ''), redact(raw[at + 1] ?? '')]);
  return {
    status: response.statusCode ?? 0,
    reason: redact(response.statusMessage ?? ''),
    httpVersion: `HTTP/${response.httpVersion}`,
    headers,
    body: recordBody(bytes, String(response.headers['content-encoding'] ?? ''), truncated, redact),
  };
}
