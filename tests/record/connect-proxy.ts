import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import type { Identity } from '../campaign/certificates.ts';

/** A proxy on a real socket that opens tunnels, or does with a CONNECT what a test wants. */
export interface ConnectProxy {
  /** e.g. `http://127.0.0.1:3128` */
  readonly url: string;
  /** Where each tunnel was to lead, e.g. `127.0.0.1:443`. */
  readonly asked: readonly string[];
  /** The `Proxy-Authorization` of each; '' where there was none. */
  readonly credentials: readonly string[];
  /** How many requests were no CONNECT: with those a proxy reads everything. */
  readonly inClear: () => number;
  readonly close: () => Promise<void>;
}

/** Starts one on a free port, behind TLS where it has a certificate; `instead` takes a CONNECT over. */
export async function startProxy(
  instead: ((socket: Socket) => void) | null = null,
  tls?: Identity,
): Promise<ConnectProxy> {
  const asked: string[] = [];
  const credentials: string[] = [];
  const sockets = new Set<Socket>();
  let inClear = 0;
  const refuse: RequestListener = (_, response) => {
    inClear += 1;
    response.writeHead(500).end();
  };
  const server = tls === undefined ? createServer(refuse) : createTlsServer({ ...tls }, refuse);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    asked.push(url);
    credentials.push(headers['proxy-authorization'] ?? '');
    socket.on('error', () => undefined);
    if (instead !== null) return instead(socket);
    const { hostname, port } = new URL(`http://${url}`);
    const onward = connect(Number(port), hostname.replace(/^\[(.*)\]$/, '$1'), () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    socket.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    asked,
    credentials,
    inClear: () => inClear,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
