import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import type { Identity } from './certificates.ts';

/** A request on its way to the mock. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** How many requests of this method, path and credentials came before it. */
  readonly before: number;
  /** True where it goes to a pool's plug-ins, false where it goes to one of them. */
  readonly onList: boolean;
  /** True where it carries the user's token and names the plug-in of the run. */
  readonly own: boolean;
}

/** What befalls a request: it is let through, answered in the mock's place, or carried out and its answer changed. */
export type Disturbance =
  | null
  | { readonly instead: (response: ServerResponse) => void }
  | { readonly after: (response: ServerResponse, answer: { status: number; body: string }) => void };

/** Something between the suite and the mock that disturbs what it is told to. */
export interface Disturbed {
  readonly endpoint: string;
  readonly passed: readonly Passing[];
  readonly close: () => Promise<void>;
}

/** Where it listens, if not in plain http on 127.0.0.1, and below which path. */
export interface Front {
  readonly tls?: Identity;
  readonly host?: string;
  readonly prefix?: string;
}

/** Starts it on a free port. */
export async function startDisturbed(
  mock: Mock,
  disturb: (passing: Passing) => Disturbance,
  { tls, host = '127.0.0.1', prefix = '' }: Front = {},
): Promise<Disturbed> {
  const passed: Passing[] = [];
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const url = incoming.url ?? '';
    if (!url.startsWith(`${prefix}/`)) {
      response.writeHead(404).end();
      return;
    }
    const method = incoming.method ?? '';
    const path = url.slice(prefix.length);
    const onList = path.endsWith('/plugins');
    const { poolName, templateName, projectId, tokens } = mock.options;
    const own =
      incoming.headers['x-auth-token'] === tokens[0] &&
      path === `/v2/${projectId}/pools/${poolName}/plugins/${templateName}`;
    const same = passed.filter((one) => one.method === method && one.path === path && one.own === own);
    const { headers } = incoming;
    const passing = { method, path, headers, before: same.length, onList, own };
    passed.push(passing);
    const disturbance = disturb(passing);
    if (disturbance !== null && 'instead' in disturbance) {
      incoming.resume();
      disturbance.instead(response);
      return;
    }
    const answer = await forward(mock, incoming, path);
    if (disturbance !== null) disturbance.after(response, answer);
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = tls === undefined ? createServer(serve) : createTlsServer({ ...tls }, serve);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const scheme = tls === undefined ? 'http' : 'https';
  return {
    endpoint: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}${prefix}`,
    passed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(
  mock: Mock,
  incoming: IncomingMessage,
  path: string,
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const { method, headers } = incoming;
    const outgoing = request(`${mock.endpoint}${path}`, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          headers: answer.headers,
        }),
      );
    });
    outgoing.on('error', reject);
    incoming.pipe(outgoing);
  });
}

/** Answers with a status, and a body in JSON. */
export function answering(status: number, headers: Readonly<Record<string, string>> = {}): Disturbance {
  const body = JSON.stringify({
    error_code: 'APIGW.0201',
    error_msg: 'Disturbed.',
    request_id: '0'.repeat(32),
  });
  return {
    instead: (response) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body),
  };
}

/** Carries the request out and answers with another status, as a gateway that gave up waiting does. */
export function answeringAfterwards(status: number): Disturbance {
  return { after: (response) => response.writeHead(status).end() };
}

/** Carries the request out and hangs up. */
export const losingTheAnswer: Disturbance = { after: (response) => response.destroy() };

/** Hangs up before anything is carried out. */
export const hangingUp: Disturbance = { instead: (response) => response.destroy() };
