import { createServer, type Socket } from 'node:net';
import type { Certified, Identity } from '../campaign/certificates.ts';
import type { Environment } from '../campaign/run.ts';
import { startRaw } from '../record/raw-server.ts';
import { startSecured } from './secured.ts';

/** Something in the place of the endpoint that makes testing impossible. */
export interface Troublemaker {
  readonly endpoint: string;
  /** What the run is told beside the settings of the target. */
  readonly environment?: Environment;
  /** How many requests reached it. */
  readonly requests: () => number;
  /** How many reached a host that it sends to. */
  readonly elsewhere: () => number;
  readonly close: () => Promise<void>;
}

const nobody = () => 0;

/** The head of an answer. */
export function head(status: number, ...headers: readonly string[]): string {
  return [`HTTP/1.1 ${status} Here`, ...headers, '', ''].join('\r\n');
}

/** Answers every request so. */
export function answering(
  status: number,
  body: string,
  ...headers: readonly string[]
): Promise<Troublemaker> {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return raw((socket) => socket.end(head(status, length, ...headers) + body));
}

/** Does with every request what it likes. */
export async function raw(answer: (socket: Socket) => void): Promise<Troublemaker> {
  const { port, received, close } = await startRaw(answer);
  const endpoint = `http://127.0.0.1:${port}`;
  return { endpoint, requests: () => received.length, elsewhere: nobody, close };
}

/** Ends every TLS handshake with this alert. */
export async function alerting(number: number): Promise<Troublemaker> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket
      .on('error', () => undefined)
      .once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, number])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    requests: () => connections,
    elsewhere: nobody,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Sends every request to a login page on another port. */
export async function redirecting(): Promise<Troublemaker> {
  const login = await answering(200, '{"items":[]}', 'Content-Type: application/json');
  const front = await answering(302, '', `Location: ${login.endpoint}/login`);
  return {
    ...front,
    elsewhere: login.requests,
    close: async () => {
      await front.close();
      await login.close();
    },
  };
}

/** Leaves a port where nothing listens. */
export async function refusing(): Promise<Troublemaker> {
  const { endpoint, close } = await answering(200, '');
  await close();
  return { endpoint, requests: nobody, elsewhere: nobody, close: async () => undefined };
}

/** Has a name that no resolver knows (RFC 6761, section 6.4). */
export async function unknown(): Promise<Troublemaker> {
  const endpoint = 'https://modelarts.conformance.invalid';
  return { endpoint, requests: nobody, elsewhere: nobody, close: async () => undefined };
}

/** Conforms behind a certificate that is not to be trusted; `told`: the suite knows the authority. */
export async function secure(
  certify: (by: Identity) => Certified,
  told: 'told' | 'untold' = 'told',
): Promise<Troublemaker> {
  const { endpoint, settings, passed, close } = await startSecured({}, certify);
  const { NODE_EXTRA_CA_CERTS = '' } = settings;
  return {
    endpoint,
    environment: told === 'told' ? { NODE_EXTRA_CA_CERTS } : {},
    requests: () => passed.length,
    elsewhere: nobody,
    close,
  };
}

/** Begins a body and goes on with it for ever, a little every 50 ms or as fast as it is read. */
export function endless(speed: 'slow' | 'full'): Promise<Troublemaker> {
  const more = `100000\r\n${' '.repeat(0x100000)}\r\n`;
  return raw((socket) => {
    socket.write(head(200, 'Content-Type: application/json', 'Transfer-Encoding: chunked'));
    if (speed === 'slow') {
      const timer = setInterval(() => socket.write('1\r\n \r\n'), 50);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    const pour = () => {
      while (!socket.destroyed && socket.write(more));
    };
    socket.on('drain', pour);
    pour();
  });
}
