import type { Trouble } from '../model/exchange.ts';

/** How far a request had got when it failed. */
export interface Progress {
  /** The connection stood (with TLS: the handshake was over), so the request went out. */
  readonly connected: boolean;
  /** Bytes that came from the target. */
  readonly bytesRead: number;
  readonly status: number | null;
  /** The first bytes that came, as text. */
  readonly bytes: string;
  readonly timedOut: boolean;
  readonly interrupted: boolean;
  readonly timeoutMs: number;
}

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed while the request was sent',
  ETIMEDOUT: 'the connection could not be made in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the TLS certificate chain holds a self-signed one',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate is of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the TLS certificate is of an unknown authority',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  CERT_NOT_YET_VALID: 'the TLS certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
};

/** Why no whole answer came, from Node's error (null where the connection just closed) and how far it had got. */
export function troubleOf(error: (Error & { code?: string }) | null, progress: Progress): Trouble {
  if (progress.interrupted) return { kind: 'interrupted', message: 'The run was interrupted.' };
  const cause = causeOf(error, progress);
  const came = progress.bytes === '' ? {} : { bytes: progress.bytes };
  if (!progress.connected) {
    const transient = error?.code === 'ECONNRESET' || error?.code === 'EAI_AGAIN';
    return {
      kind: 'unsent',
      message: `Nothing reached the target: ${cause}.`,
      ...(transient ? { transient } : {}),
    };
  }
  const transient = progress.timedOut ? {} : ({ transient: true } as const);
  if (progress.status !== null) {
    return {
      kind: 'cut',
      message: `The answer broke off after its status ${progress.status}: ${cause}.`,
      ...came,
      ...transient,
    };
  }
  if (progress.bytesRead > 0) {
    return { kind: 'not-http', message: `What came is no HTTP answer: ${cause}.`, ...came };
  }
  return { kind: 'silent', message: `The request went out and no answer came: ${cause}.`, ...transient };
}

function causeOf(error: (Error & { code?: string }) | null, progress: Progress): string {
  if (progress.timedOut) return `the time limit of ${progress.timeoutMs} ms ran out`;
  if (error === null) return 'the connection was closed';
  const { code } = error;
  if (code === undefined) return error.message;
  return `${CAUSES[code] ?? error.message} (\`${code}\`)`;
}
