import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';

/** A target that fails in one way. */
export interface Failing {
  readonly endpoint: string;
  /** The signatures of the requests that came. */
  readonly signatures: () => readonly string[];
  readonly close: () => Promise<void>;
}

const SIGNATURE = /Signature=([0-9a-f]{64})/;

/** Nothing listens there. */
export async function refusing(): Promise<Failing> {
  const server = createTcpServer();
  const endpoint = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return { endpoint, signatures: () => [], close: async () => undefined };
}

/** Reads requests and never answers. */
export function silent(): Promise<Failing> {
  return raw(() => undefined);
}

/** Breaks off: without an answer, after an echo in an answer, and in the end after an echo that is no HTTP. */
export function resetting(): Promise<Failing> {
  let requests = 0;
  return raw((socket, head) => {
    requests += 1;
    const echo =
      requests === 2
        ? `HTTP/1.1 200 OK\r\nX-Echo: ${head.replaceAll('\r\n', ' ')}\r\nContent-Length: 9999\r\n\r\n`
        : '';
    if (requests === 1) socket.resetAndDestroy();
    else socket.write(`${echo}${head}`, () => socket.resetAndDestroy());
  });
}

async function raw(answer: (socket: Socket, head: string) => void): Promise<Failing> {
  const signatures: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      signatures.push(...(SIGNATURE.exec(chunk.toString('latin1'))?.slice(1) ?? []));
      answer(socket, chunk.toString('latin1'));
    });
  });
  const endpoint = await listen(server);
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { endpoint, signatures: () => signatures, close };
}

/** The mock behind something that echoes each request's headers: in the status line, in headers, in bodies, in messages. */
export async function echoing(): Promise<Failing> {
  // So that tests fail, and show exchanges.
  const mock = await startMock({ deviation: 'missing-phase' });
  const signatures: string[] = [];
  const server = createServer(async (incoming, response) => {
    signatures.push(...(SIGNATURE.exec(incoming.headers.authorization ?? '')?.slice(1) ?? []));
    const answer = await forwarded(mock, incoming);
    echo(incoming, response, answer);
  });
  const endpoint = await listen(server);
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await mock.close();
  };
  return { endpoint, signatures: () => signatures, close };
}

function echo(
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: { status: number; text: string },
): void {
  const {
    authorization = '',
    'x-auth-token': token = '',
    'x-security-token': security = '',
  } = incoming.headers;
  const clear = [authorization, token, security].filter((value) => value !== '').join(' ');
  const forms = [
    clear,
    encodeURIComponent(clear),
    Buffer.from(clear).toString('base64'),
    JSON.stringify(clear),
  ];
  response.statusCode = answer.status;
  response.statusMessage = `Echo ${clear}`;
  response.setHeader('content-type', 'application/json');
  forms.forEach((form, at) => {
    response.setHeader(`x-echo-${at}`, form);
  });
  response.setHeader('x-echo-all', encodeURIComponent(JSON.stringify(incoming.rawHeaders)));
  if (answer.text === '') {
    response.end();
    return;
  }
  const body: Record<string, unknown> = JSON.parse(answer.text);
  const message =
    typeof body['error_msg'] === 'string' ? { error_msg: `${body['error_msg']} ${forms.join(' ')}` } : {};
  response.end(JSON.stringify({ ...body, ...message, echo: forms, headers: incoming.rawHeaders }));
}

/** As the mock answers it; whoever signs is let in with its token. */
function forwarded(mock: Mock, incoming: IncomingMessage): Promise<{ status: number; text: string }> {
  const { authorization, 'x-auth-token': token, 'x-security-token': _, ...headers } = incoming.headers;
  const known = authorization !== undefined || token?.includes('canary') ? mock.options.tokens[0] : token;
  return new Promise((resolve, reject) => {
    const auth = known === undefined ? {} : { 'x-auth-token': known };
    const options = { method: incoming.method, headers: { ...headers, ...auth } };
    const outgoing = request(`${mock.endpoint}${incoming.url}`, options, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    outgoing.on('error', reject);
    incoming.pipe(outgoing);
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
