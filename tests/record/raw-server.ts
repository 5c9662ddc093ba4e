import { createServer, type Socket } from 'node:net';

/** A server on a real socket that answers every request with what `answer` writes. */
export interface RawServer {
  readonly port: number;
  /** What came, as text, one entry for each connection. */
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port; `answer` is called once the request's head, and its body if it has one, has come. */
export function startRaw(answer: (socket: Socket) => void): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const index = received.push('') - 1;
    let answered = false;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received[index] += chunk.toString('latin1');
      if (answered || !isWhole(received[index] ?? '')) return;
      answered = true;
      answer(socket);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        received,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return end !== -1 && text.length >= end + 4 + length;
}
