import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Trouble } from '../model/exchange.ts';
import type { Origin } from './recorder.ts';
import { bracketless } from './send.ts';
import { troubleOf } from './trouble.ts';

/** One step on the way to a host: what was found, or why it failed. */
export type Step = { readonly found: string } | { readonly trouble: Trouble };

/** Looks a host's name up. */
export async function lookUp({ hostname }: Origin): Promise<Step> {
  const name = bracketless(hostname);
  if (isIP(name) !== 0) return { found: `${hostname} is an address` };
  try {
    const addresses = await lookup(name, { all: true });
    return { found: `${hostname} is ${addresses.map(({ address }) => address).join(', ')}` };
  } catch (error) {
    return { trouble: troubleWith(error, false, 0) };
  }
}

/** Connects, and closes at once; nothing is sent. */
export function connect({ hostname, port }: Origin, timeoutMs: number): Promise<Step> {
  const open = () => connectTcp({ host: bracketless(hostname), port });
  return reached(
    open,
    'connect',
    timeoutMs,
    (socket) => `${socket.remoteAddress} port ${port} accepts connections`,
  );
}

/** Shakes hands, as every request will, and closes at once; nothing is sent. */
export function shakeHands({ hostname, port }: Origin, timeoutMs: number): Promise<Step> {
  const host = bracketless(hostname);
  const open = () => connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) });
  return reached(open, 'secureConnect', timeoutMs, (socket) => {
    const { subject, issuer, valid_to: until } = socket.getPeerCertificate();
    return `${socket.getProtocol()}, a certificate for ${nameOf(subject)} by ${nameOf(issuer)}, good until ${until}`;
  });
}

function reached<S extends Socket | TLSSocket>(
  open: () => S,
  event: 'connect' | 'secureConnect',
  timeoutMs: number,
  found: (socket: S) => string,
): Promise<Step> {
  return new Promise((resolve) => {
    const socket = open();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      socket.destroy(new Error('The time limit ran out.'));
    }, timeoutMs);
    socket.once(event, () => {
      const what = found(socket);
      clearTimeout(timer);
      socket.destroy();
      resolve({ found: what });
    });
    socket.on('error', (error) => {
      clearTimeout(timer);
      resolve({ trouble: troubleWith(error, timedOut, timeoutMs) });
    });
  });
}

function troubleWith(error: unknown, timedOut: boolean, timeoutMs: number): Trouble {
  const cause = error instanceof Error ? error : new Error(String(error));
  const progress = {
    connected: false,
    untunnelled: null,
    bytesRead: 0,
    status: null,
    bytes: '',
    interrupted: false,
  };
  return troubleOf(cause, { ...progress, timedOut, timeoutMs });
}

/** A certificate may lack either name. */
function nameOf(
  name: { readonly CN?: string | string[]; readonly O?: string | string[] } | undefined,
): string {
  return [name?.CN ?? name?.O ?? 'nobody'].flat().join(', ');
}
