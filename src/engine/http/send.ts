import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { HeaderLine, OperationId, RecordedResponse, Trouble } from '../model/exchange.ts';
import type { Redact } from '../secrets/redact.ts';
import { BEGINNING, recordBeginning } from './body.ts';
import type { KeptBodies } from './large-bodies.ts';
import { BODY_LIMIT } from './large-body.ts';
import { ENDS_WITH_HEAD, readMessage, type Spot } from './message-syntax.ts';
import { connecting } from './open-socket.ts';
import { recordResponse } from './record-response.ts';
import { recordSecretAnswer, type SecretHeader, takeSecrets } from './secret-answer.ts';
import { troubleOf } from './trouble.ts';
import { type Tunnel, tunnelTo } from './tunnel.ts';

/** As many bytes of headers as are read; Node's own bound is 16 KiB. */
const MOST_OF_HEADERS = 1024 * 1024;

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
  /** Where the answer may give a secret: of such an answer next to nothing is recorded. */
  readonly secretHeader: SecretHeader | null;
  readonly operation: OperationId | null;
  /** Asked when the connection stands, just before anything is sent; where it says false nothing is. Null: it goes. */
  readonly mayGo: (() => boolean) | null;
}

/** What came back. */
export interface Incoming {
  readonly response: RecordedResponse | null;
  readonly trouble: Trouble | null;
  /** Milliseconds; -1 where the phase did not happen. */
  readonly timings: { readonly connect: number; readonly wait: number; readonly receive: number };
}

/** Sends one request on a connection of its own, follows nothing, and keeps what came; never rejects. */
export async function send(outgoing: Outgoing, redact: Redact, kept: KeptBodies): Promise<Incoming> {
  const { timeoutMs, signal, body, proxy, hostname } = outgoing;
  const givenUp = new AbortController();
  const tunnel = proxy === null ? null : await tunnelTo(bracketless(hostname), proxy);
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let connectedAt: number | null = null;
    let answeredAt: number | null = null;
    let bytesRead = 0;
    let response: IncomingMessage | null = null;
    let error: Error | null = null;
    let truncated = false;
    let timedOut = false;
    let heldBack = false;
    const beginning: Buffer[] = [];
    const chunks: Buffer[] = [];
    let length = 0;

    const syntax = readMessage();

    const request = open(outgoing, tunnel, givenUp);
    const abort = () => {
      request.destroy();
      tunnel?.giveUp();
      givenUp.abort();
    };
    const timer = setTimeout(() => {
      timedOut = true;
      abort();
    }, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();

    request.on('socket', (socket: Socket) => {
      const connected = () => {
        if (outgoing.mayGo !== null && !outgoing.mayGo()) {
          heldBack = true;
          request.destroy();
          return;
        }
        connectedAt = performance.now();
        if (outgoing.mayGo !== null) request.end(body ?? undefined);
      };
      if (outgoing.protocol === 'https:') socket.once('secureConnect', connected);
      else if (socket.connecting) socket.once('connect', connected);
      else connected();
      socket.on('data', (chunk: Buffer) => {
        if (bytesRead < BEGINNING) beginning.push(chunk);
        bytesRead += chunk.length;
        syntax.read(chunk);
        if (syntax.breach() !== null) request.destroy();
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
      const breach = syntax.breach();
      const isSound = syntax.isHttp() && (breach === null || breach.isInBody);
      const whole =
        isSound && breach === null && response !== null && (truncated || isWhole(response, error));
      const { operation, secretHeader } = outgoing;
      // What came may hold a secret that nobody knows yet.
      const isShown = secretHeader === null;
      if (secretHeader !== null)
        takeSecrets(secretHeader, { beginning: Buffer.concat(beginning), message: response });
      // Looked through for secrets where it is shown alone.
      const progress = () => ({
        untunnelled: tunnel?.untunnelled() ?? null,
        connected: connectedAt !== null,
        bytesRead,
        status: response?.statusCode ?? null,
        bytes: isShown ? recordBeginning(Buffer.concat(beginning), redact) : '',
        isHttp: syntax.isHttp(),
        breach: breach === null ? null : withoutSecrets(breach, isShown ? redact : null),
        spot: withoutSecrets(syntax.spot(), isShown ? redact : null),
        timedOut,
        heldBack,
        interrupted: signal.aborted ? interruption(signal) : null,
        timeoutMs,
      });
      const timings = {
        connect: connectedAt === null ? -1 : connectedAt - begun,
        wait: connectedAt === null || answeredAt === null ? -1 : answeredAt - connectedAt,
        receive: answeredAt === null ? -1 : closed - answeredAt,
      };
      const message = isSound ? response : null;
      const trouble = whole ? null : troubleOf(error, progress());
      const bytes = Buffer.concat([...chunks.splice(0), syntax.behindHead()]);
      const inTime = () => !signal.aborted && performance.now() - begun < timeoutMs;
      const recorded = async () => {
        if (message === null) return null;
        if (!isShown) return recordSecretAnswer(message, { bytes, isWhole: whole && !truncated }, redact);
        return recordResponse(message, { bytes, truncated, operation, inTime, isCut: !whole }, redact, kept);
      };
      recorded().then((one) => resolve({ response: one, trouble, timings }), reject);
    });
    if (outgoing.mayGo === null) request.end(body ?? undefined);
  });
}

/**
 * Excess bytes after a complete answer raise an error on the request that is none of the answer's;
 * a close-delimited body that is reset says `complete` and has its error on the request.
 */
function isWhole(response: IncomingMessage, error: (Error & { code?: string }) | null): boolean {
  if (ENDS_WITH_HEAD.includes(response.statusCode)) return true;
  if (!response.complete) return false;
  if (error === null) return true;
  return 'content-length' in response.headers || 'transfer-encoding' in response.headers;
}

/** The line is redacted before it is cut; null: it is not shown. */
function withoutSecrets<S extends Spot>(spot: S, redact: Redact | null): S {
  return { ...spot, line: spot.line === null || redact === null ? null : redact(spot.line) };
}

/** Node wants an IPv6 address without its brackets. */
export function bracketless(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function open(outgoing: Outgoing, tunnel: Tunnel | null, givenUp: AbortController): ClientRequest {
  const { protocol } = outgoing;
  const host = bracketless(outgoing.hostname);
  const options: RequestOptions = {
    protocol,
    host,
    port: outgoing.port,
    path: outgoing.path,
    method: outgoing.method,
    headers: Object.fromEntries(outgoing.headers),
    // A long header, or very many, is still an answer.
    maxHeaderSize: MOST_OF_HEADERS,
    // Node's strict parser refuses folded header lines, which RFC 9112, section 5.2, wants read; what else this one
    // reads beyond that is told by the syntax of the message.
    insecureHTTPParser: true,
    // A connection of its own: on a stale one the target looks as if it had read the request and hung up.
    ...connecting({ protocol, host }, givenUp),
    ...tunnel?.options,
  };
  const request = protocol === 'https:' ? httpsRequest(options) : httpRequest(options);
  request.maxHeadersCount = 0;
  tunnel?.follow(request);
  return request;
}

/** The sentence that a signal was aborted with. */
function interruption({ reason }: AbortSignal): string {
  const isTold = reason instanceof Error && reason.name !== 'AbortError';
  return isTold ? reason.message : 'The run was interrupted.';
}
