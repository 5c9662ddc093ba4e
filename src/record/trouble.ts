import type { Trouble } from '../model/exchange.ts';
import { causeOf } from './causes.ts';
import type { Untunnelled } from './tunnel.ts';

/** How far a request had got when it failed. */
export interface Progress {
  /** The proxy that opened no tunnel; null where one is open, or none is needed. */
  readonly untunnelled: Untunnelled | null;
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

type Failure = (Error & { code?: string }) | null;

/** Why no whole answer came, from Node's error (null where the connection just closed) and how far it had got. */
export function troubleOf(error: Failure, progress: Progress): Trouble {
  const { interrupted, timedOut, timeoutMs, untunnelled, connected, status, bytesRead, bytes } = progress;
  if (interrupted) return { kind: 'interrupted', message: 'The run was interrupted.' };
  const limit = `the time limit of ${timeoutMs} ms`;
  const cause = timedOut ? `${limit} ran out` : causeOf(error);
  if (untunnelled !== null) return withoutTunnel(untunnelled, timedOut ? cause : null, error);
  if (!connected) {
    return {
      kind: 'unsent',
      message: `Nothing reached the target: ${cause}.`,
      ...codeOf(timedOut ? null : error),
      ...(isPassing(error) ? { transient: true } : {}),
    };
  }
  const transient = timedOut ? {} : ({ transient: true } as const);
  const came = bytes === '' ? {} : { bytes };
  if (status !== null || (bytesRead > 0 && isBeginning(bytes, error))) {
    const place = status === null ? 'in its headers' : `after its status ${status}`;
    const message = timedOut
      ? `The answer did not end within ${limit}; it was cut ${place}.`
      : `The answer broke off ${place}: ${cause}.`;
    return { kind: 'cut', message, ...came, ...transient };
  }
  if (bytesRead > 0) return { kind: 'not-http', message: `What came is no HTTP answer: ${cause}.`, ...came };
  return { kind: 'silent', message: `The request went out and no answer came: ${cause}.`, ...transient };
}

/** A proxy's refusal is no answer of the target's, and a proxy that fails is not the target's failure. */
function withoutTunnel({ proxy, status }: Untunnelled, late: string | null, error: Failure): Trouble {
  const answered = Number.isNaN(status) ? 'something that is no HTTP' : status;
  const refused = status === null ? null : `answered CONNECT with ${answered}`;
  // Without a code it is the agent's own error, which quotes the proxy's headers.
  const cause = late ?? (error?.code === undefined ? 'no HTTP answer to CONNECT came' : causeOf(error));
  return {
    kind: 'unsent',
    message: `Nothing reached the target: the proxy \`${proxy}\` ${refused ?? `opened no tunnel: ${cause}`}.`,
    ...(status === null ? codeOf(late === null ? error : null) : { code: String(status) }),
    proxy,
    ...(isPassing(error) && status === null ? { transient: true } : {}),
  };
}

function codeOf(error: Failure): { readonly code?: string } {
  return error?.code === undefined ? {} : { code: error.code };
}

/** What may be otherwise a moment later. */
function isPassing(error: Failure): boolean {
  return error?.code === 'ECONNRESET' || error?.code === 'EAI_AGAIN';
}

/** Whether what came is the beginning of an answer, and not something that the parser stumbled over. */
function isBeginning(bytes: string, error: Failure): boolean {
  const stumbled = error?.code?.startsWith('HPE_') === true && error.code !== 'HPE_INVALID_EOF_STATE';
  return !stumbled && (bytes.startsWith('HTTP/') || 'HTTP/'.startsWith(bytes));
}
