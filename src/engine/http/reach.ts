import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Trouble } from '../model/exchange.ts';
import { openSocket } from './open-socket.ts';
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
  return reached(timeoutMs, async (signal) => {
    const socket = await openSocket(bracketless(hostname), port, signal);
    const found = `${socket.remoteAddress} port ${port} accepts connections`;
    socket.destroy();
    return found;
  });
}

/** Shakes hands, as every request will, and closes at once; nothing is sent. */
export function shakeHands({ hostname, port }: Origin, timeoutMs: number): Promise<Step> {
  const host = bracketless(hostname);
  return reached(timeoutMs, async (signal) => {
    const bare = await openSocket(host, port, signal);
    const socket = connectTls({ socket: bare, host, ...(isIP(host) === 0 ? { servername: host } : {}) });
    const giveUp = () => socket.destroy(new Error('The time limit ran out.'));
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await once(socket, 'secureConnect');
      const { subject, issuer, valid_to: until } = socket.getPeerCertificate();
      return `${socket.getProtocol()}, a certificate for ${nameOf(subject)} by ${nameOf(issuer)}, good until ${until}`;
    } finally {
      socket.destroy();
    }
  });
}

async function reached(timeoutMs: number, find: (signal: AbortSignal) => Promise<string>): Promise<Step> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  try {
    return { found: await find(limit.signal) };
  } catch (error) {
    return { trouble: troubleWith(error, limit.signal.aborted, timeoutMs) };
  } finally {
    clearTimeout(timer);
  }
}

function troubleWith(error: unknown, timedOut: boolean, timeoutMs: number): Trouble {
  const cause = error instanceof Error ? error : new Error(String(error));
  const progress = {
    connected: false,
    untunnelled: null,
    bytesRead: 0,
    status: null,
    bytes: '',
    isHttp: true,
    breach: null,
    spot: { line: null, status: null, isInBody: false },
    heldBack: false,
    interrupted: null,
  };
  return troubleOf(cause, { ...progress, timedOut, timeoutMs });
}

/** A certificate may lack either name. */
function nameOf(
  name: { readonly CN?: string | string[]; readonly O?: string | string[] } | undefined,
): string {
  return [name?.CN ?? name?.O ?? 'nobody'].flat().join(', ');
}
