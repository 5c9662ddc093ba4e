import dns from 'node:dns';
import { type ClientRequestArgs, Agent as HttpAgent, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';

/** An attempt that stands out is joined by one at the host's next address after so long, in milliseconds (RFC 8305, section 5). */
const NEXT_ADDRESS_MS = 250;

/**
 * Connects to a host by name or address. Each of its addresses has all the time until the signal is aborted, where Node
 * itself gives each one 250 ms and goes on. Rejects with Node's error of the first address that failed.
 */
export async function openSocket(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  return firstOf(await addressesOf(host, signal), port, signal);
}

/** The address of a host that takes a connection first; its only one where it has no other. */
export async function nearestAddress(host: string, port: number, signal: AbortSignal): Promise<string> {
  const [first, ...others] = await addressesOf(host, signal);
  if (first === undefined || others.length === 0) return first ?? host;
  const socket = await firstOf([first, ...others], port, signal);
  const { remoteAddress = first } = socket;
  socket.destroy();
  return remoteAddress;
}

/** The options of one request by which it connects as `openSocket` does, and gives up where the signal is aborted. */
export function connecting(
  { protocol, host }: { readonly protocol: 'http:' | 'https:'; readonly host: string },
  givenUp: AbortController,
): Pick<RequestOptions, 'agent' | 'createConnection'> {
  // Node makes a signal when it is asked for one, which takes as long as to write a request.
  if (protocol === 'https:') return { agent: new SecureAgent(givenUp.signal) };
  if (isIP(host) === 0) return { agent: new PlainAgent(givenUp.signal) };
  // Of one address nothing is to be chosen, and a request ends its socket itself.
  return { createConnection: ({ port }) => connect({ host, port: Number(port), noDelay: true }) };
}

type Created = (error: Error | null, socket: Duplex) => void;

class PlainAgent extends HttpAgent {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#signal = signal;
  }

  override createConnection(options: ClientRequestArgs, created: Created): undefined {
    handOver(options, this.#signal, created, (socket) => socket);
  }
}

class SecureAgent extends HttpsAgent {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#signal = signal;
  }

  override createConnection(options: ClientRequestArgs & ConnectionOptions, created: Created): undefined {
    handOver(options, this.#signal, created, (socket) => connectTls({ ...options, socket }));
  }
}

function handOver(
  { host, port }: ClientRequestArgs,
  signal: AbortSignal,
  created: Created,
  dressed: (socket: Socket) => Socket,
): void {
  openSocket(host ?? '', Number(port), signal).then(
    (socket) => created(null, dressed(socket)),
    // Node reads no socket where there is an error.
    (error: Error) => (created as (error: Error) => void)(error),
  );
}

function addressesOf(host: string, signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(host) !== 0) return Promise.resolve([host]);
  return new Promise((resolve, reject) => {
    // A resolver may take longer than the request has, and nothing calls it off.
    signal.addEventListener('abort', () => reject(givenUp()), { once: true });
    dns.lookup(host, { all: true }, (error, found) => {
      if (error === null) resolve(inTurns(found.map(({ address }) => address)));
      else reject(error);
    });
  });
}

/** The first address as it came, then one of the other family, and so on (RFC 8305, section 4). */
function inTurns(addresses: readonly string[]): readonly string[] {
  const family = isIP(addresses[0] ?? '');
  const own = addresses.filter((one) => isIP(one) === family);
  const others = addresses.filter((one) => isIP(one) !== family);
  return Array.from({ length: Math.max(own.length, others.length) }, (_, at) => [own[at], others[at]])
    .flat()
    .filter((one) => one !== undefined);
}

function firstOf(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const open = new Set<Socket>();
    const left = [...addresses];
    let failure: Error | null = null;
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      for (const socket of open) socket.destroy();
    };
    const giveUp = () => {
      end();
      reject(failure ?? givenUp());
    };
    const next = () => {
      clearTimeout(timer);
      const address = left.shift();
      if (address === undefined) return open.size > 0 ? undefined : giveUp();
      const socket = connect({ host: address, port, noDelay: true });
      open.add(socket);
      const failed = (error: Error) => {
        open.delete(socket);
        failure ??= error;
        next();
      };
      socket.once('error', failed);
      socket.once('connect', () => {
        socket.off('error', failed);
        open.delete(socket);
        end();
        resolve(socket);
      });
      if (left.length > 0) timer = setTimeout(next, NEXT_ADDRESS_MS);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    else next();
  });
}

function givenUp(): Error {
  return new Error('the connection was given up');
}
