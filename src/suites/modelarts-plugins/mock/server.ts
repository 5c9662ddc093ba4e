import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HeaderLine } from '../../../engine/model/exchange.ts';
import { bytesOf } from '../../../trials/mock/answer.ts';
import type { Deviation, Manner } from './deviation.ts';
import { MOCK_DEFAULTS, type MockOptions } from './options.ts';
import { openPool, type Pool } from './pool.ts';
import { respond } from './respond.ts';
import { readRequest } from './route.ts';
import { conformingTwin, metTheSame } from './twin.ts';

export { MOCK_DEFAULTS, type MockOptions } from './options.ts';

/** A running mock. */
export interface Mock {
  /** e.g. `http://127.0.0.1:4010` */
  readonly endpoint: string;
  readonly options: MockOptions;
  readonly deviation: Deviation | null;
  /** How many requests came so far. */
  readonly requests: () => number;
  /** How many of them met something else than a conforming mock in the same state would have done. */
  readonly deviated: () => number;
  /** From here on every token so far is answered 401 `APIGW.0307`, until a sign-in gives a new one. */
  readonly expireTokens: () => void;
  /** Stops listening and ends every connection, also one in the middle of an answer. */
  readonly close: () => Promise<void>;
}

/** Longer bodies are read to their end and refused; no documented request comes near it. */
const LONGEST_BODY = 1024 * 1024;

/**
 * Starts a mock, with a manner of its own where one is given and no deviation is named; `deviated` counts where it
 * `compares`, which doubles its work, and to one where that is enough. Rejects where the deviation is unknown or the port cannot be had.
 */
export async function startMock(
  options: Partial<MockOptions> = {},
  manner: Manner | null = null,
  compares: boolean | 'once' = true,
): Promise<Mock> {
  const complete = { ...MOCK_DEFAULTS, ...options };
  const deviation = complete.deviation === null ? null : await namedDeviation(complete.deviation);
  const pool = openPool(complete);
  let requests = 0;
  let deviated = 0;
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    requests += 1;
    if (complete.server !== null) response.setHeader('server', complete.server);
    serve(request, response, pool, deviation ?? manner, compares === 'once' ? deviated === 0 : compares)
      .then((isOther) => {
        if (isOther) deviated += 1;
      })
      .catch((error: unknown) => fail(response, error));
  });
  const port = await listen(server, complete.port, complete.host);
  return {
    endpoint: `http://${complete.host.includes(':') ? `[${complete.host}]` : complete.host}:${port}`,
    options: complete,
    deviation,
    requests: () => requests,
    deviated: () => deviated,
    expireTokens: pool.tokens.expire,
    close: () => close(server),
  };
}

/** The deviations are loaded where one is asked for: a conforming mock starts without reading their files. */
async function namedDeviation(name: string): Promise<Deviation> {
  const { findDeviation } = await import('./deviations/deviations.ts');
  const deviation = findDeviation(name);
  if (deviation === null) throw new Error(`The mock has no deviation \`${name}\`.`);
  return deviation;
}

/** Answers one request; whether that differs from what a conforming mock would have done. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  pool: Pool,
  manner: Manner | null,
  compares: boolean,
): Promise<boolean> {
  const { body, bodySha256 } = await readBody(request);
  const { method = '', url = '', rawHeaders } = request;
  const asked = readRequest({ method, target: url, headers: linesOf(rawHeaders), bodySha256 }, body);
  const now = performance.now();
  const conforming = manner === null || !compares ? null : conformingTwin(asked, pool, now);
  const { answer, context } = respond(asked, pool, manner, now);
  if (manner?.write?.(response, answer, context) === true) return true;
  const bytes = bytesOf(answer);
  // RFC 9110, section 8.6: a 204 has no Content-Length.
  const length = answer.status === 204 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(answer.status, { ...answer.headers, ...length }).end(bytes);
  return conforming !== null && !metTheSame(conforming, { answer, pool }, bytes);
}

/** What a request carried; `body` is null where it is longer than is kept. */
interface Carried {
  readonly body: string | null;
  readonly bodySha256: string;
}

const NOTHING: Carried = { body: '', bodySha256: createHash('sha256').digest('hex') };

async function readBody(request: IncomingMessage): Promise<Carried> {
  const { headers } = request;
  // RFC 9112, section 6.3: a request with neither has no body.
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return NOTHING;
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  let length = 0;
  request.on('data', (bytes: Buffer) => {
    length += bytes.length;
    hash.update(bytes);
    if (length <= LONGEST_BODY) chunks.push(bytes);
  });
  await once(request, 'end');
  const body = length <= LONGEST_BODY ? Buffer.concat(chunks).toString() : null;
  return { body, bodySha256: hash.digest('hex') };
}

/** Node gives raw headers as one list of names and values in turn. */
function linesOf(rawHeaders: readonly string[]): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    lines.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return lines;
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const cause = error instanceof Error ? error.message : String(error);
  response.writeHead(500, { 'content-type': 'text/plain' }).end(`The mock failed: ${cause}`);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      // A listening TCP server has an address object; the other forms are those of pipes and closed servers.
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
