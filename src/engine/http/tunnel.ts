import type { Agent, ClientRequest } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { nearestAddress } from './open-socket.ts';
import { proxyCredentials, proxyHost } from './proxy.ts';

/** A proxy that has not opened a tunnel: `host:port`, and the status with which it refused; null where none came. */
export interface Untunnelled {
  readonly proxy: string;
  /** NaN where what came is no HTTP. */
  readonly status: number | null;
}

/** The way of one request through a proxy. */
export interface Tunnel {
  /** What the request is opened with. */
  readonly options: {
    readonly agent: Agent;
    readonly checkServerIdentity: (host: string, certificate: PeerCertificate) => Error | undefined;
  };
  /** Watches the request, and ends it where the proxy refuses. */
  readonly follow: (request: ClientRequest) => void;
  /** What is in the way; null once the tunnel is open. */
  readonly untunnelled: () => Untunnelled | null;
  /** Ends the connection to a proxy that is still silent: destroying the request does not. */
  readonly giveUp: () => void;
}

/** A tunnel to a host, through the proxy of this URL; nothing is sent yet. */
export async function tunnelTo(hostname: string, proxy: string): Promise<Tunnel> {
  // Loaded where there is a proxy.
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  const given = new AbortController();
  const bare = new URL(proxy);
  // The agent prints its URL where the environment asks for debug output.
  bare.username = '';
  bare.password = '';
  const headers = Object.fromEntries(proxyCredentials(proxy));
  let status: number | null = null;
  return {
    options: {
      agent: new HttpsProxyAgent(bare, {
        headers,
        signal: given.signal,
        lookup: nearest(bare, given.signal),
      }),
      // The agent would have the certificate of an IP address checked for the name of the proxy.
      checkServerIdentity: (_, certificate) => checkServerIdentity(hostname, certificate),
    },
    follow: (request) => {
      request.on('proxyConnect', (answer: { readonly statusCode: number }) => {
        status = answer.statusCode;
        // Else the agent replays the refusal as if it were the target's answer.
        if (status !== 200) request.destroy();
      });
    },
    untunnelled: () => (status === 200 ? null : { proxy: proxyHost(proxy), status }),
    // An open tunnel ends with its request, and nobody listens to its errors.
    giveUp: () => {
      if (status === null) given.abort();
    },
  };
}

/** Finds that address of a proxy which takes connections: the agent hands its host to Node, which gives each 250 ms. */
function nearest({ protocol, port }: URL, signal: AbortSignal): LookupFunction {
  const number = Number(port) || (protocol === 'https:' ? 443 : 80);
  return (host, { all }, found) => {
    nearestAddress(host, number, signal).then(
      (address) => {
        const family = isIP(address);
        if (all === true) found(null, [{ address, family }]);
        else found(null, address, family);
      },
      (error: NodeJS.ErrnoException) => found(error, '', 0),
    );
  };
}
