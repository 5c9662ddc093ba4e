import { isIP } from 'node:net';

/** A certificate and its key, in PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** The library is loaded where a certificate is made, not by each process that reads a file of tests. */
const generate: typeof import('selfsigned').generate = async (...asked) =>
  (await import('selfsigned')).generate(...asked);

const DAY_MS = 24 * 60 * 60 * 1000;

/** A private authority: nobody trusts it who is not told to. */
export async function authority(): Promise<Identity> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'A private authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return { key, cert };
}

const LOCAL = ['localhost', '127.0.0.1', '::1'].map(named);

/** How a certificate differs from a self-signed one of this machine. */
export interface Certified {
  readonly by?: Identity;
  /** The one name that it is for, in place of this machine's. */
  readonly host?: string;
  readonly expired?: boolean;
}

/** A server's certificate, valid today for every name of this machine. */
export async function certificate({ by, host, expired = false }: Certified = {}): Promise<Identity> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 3 * DAY_MS),
    notAfterDate: new Date(Date.now() + (expired ? -DAY_MS : DAY_MS)),
    extensions: [{ name: 'subjectAltName', altNames: host === undefined ? LOCAL : [named(host)] }],
    ...(by === undefined ? {} : { ca: by }),
  });
  return { key, cert };
}

/** A name as a certificate bears it; the numbers are those of RFC 5280. */
function named(host: string) {
  return isIP(host) === 0 ? ({ type: 2, value: host } as const) : ({ type: 7, ip: host } as const);
}
