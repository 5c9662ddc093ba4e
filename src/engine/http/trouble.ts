import type { Trouble } from '../model/exchange.ts';
import { alertOf, causeOf, isOfHandshake } from './causes.ts';
import type { Breach, Spot } from './message-syntax.ts';
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
  /** Whether they begin as HTTP, or may still do so. */
  readonly isHttp: boolean;
  /** How what came breaks RFC 9112. */
  readonly breach: Breach | null;
  /** Where in the answer the bytes end. */
  readonly spot: Spot;
  readonly timedOut: boolean;
  /** The connection stood, and it was too late to send anything. */
  readonly heldBack: boolean;
  /** Why the request was ended from outside, in a sentence; null where it was not. */
  readonly interrupted: string | null;
  readonly timeoutMs: number;
}

type Failure = (Error & { code?: string }) | null;

/** Why no whole answer came, from Node's error (null where the connection just closed) and how far it had got. */
export function troubleOf(error: Failure, progress: Progress): Trouble {
  const { interrupted, timedOut, timeoutMs, untunnelled, connected } = progress;
  const { status, bytesRead, bytes, isHttp } = progress;
  if (interrupted !== null) return { kind: 'interrupted', message: interrupted };
  if (progress.heldBack)
    return {
      kind: 'unsent',
      message: 'Nothing was sent: what it was to meet had been seen too long before.',
    };
  const limit = `the time limit of ${timeoutMs} ms`;
  const cause = timedOut ? `${limit} ran out` : causeOf(error);
  if (untunnelled !== null) return withoutTunnel(untunnelled, timedOut ? cause : null, error);
  if (!connected || (bytesRead === 0 && isOfHandshake(error))) {
    return {
      kind: 'unsent',
      message: `Nothing reached the target: ${cause}.`,
      ...codeOf(timedOut ? null : error),
      ...(isPassing(error) && !timedOut ? { transient: true } : {}),
    };
  }
  const transient = timedOut || alertOf(error) !== null ? {} : ({ transient: true } as const);
  const came = bytes === '' ? {} : { bytes };
  if (!isHttp)
    return { kind: 'not-http', message: 'What came is no HTTP answer: it does not begin as one.', ...came };
  const breach = progress.breach ?? rejectedBy(error, progress.spot);
  if (breach !== null) return { kind: 'malformed', message: messageOf(breach), ...came };
  if (status !== null || bytesRead > 0) {
    const place = status === null ? 'in its headers' : `after its status ${status}`;
    if (error?.code === 'HPE_HEADER_OVERFLOW')
      return { kind: 'cut', message: OVERLONG, ...came, ...codeOf(error) };
    const message = timedOut
      ? `The answer did not end within ${limit}; it was cut ${place}.`
      : `The answer broke off ${place}: ${cause}.`;
    return { kind: 'cut', message, ...came, ...transient };
  }
  const alert = alertOf(error);
  const code = alert === null ? {} : { code: alert };
  return {
    kind: 'silent',
    message: `The request went out and no answer came: ${cause}.`,
    ...code,
    ...transient,
  };
}

const OVERLONG =
  'The answer broke off in its headers: they are longer than 1 MiB, which is all that is read.';

/** Codes of Node's parser that say nothing of the bytes it was given. */
const NO_BREACH: readonly string[] = ['HPE_INVALID_EOF_STATE', 'HPE_HEADER_OVERFLOW'];

/** What Node's parser refuses where the bytes break RFC 9112 in a way that only it knows. */
function rejectedBy(error: Failure, spot: Spot): Breach | null {
  const code = error?.code ?? '';
  if (!code.startsWith('HPE_') || NO_BREACH.includes(code)) return null;
  const what = `${error?.message.replace(/^Parse Error: /, '')} (\`${code}\`)`;
  return { what, ...spot };
}

/** As many characters of a line as a message shows. */
const LINE_SHOWN = 80;

function messageOf({ what, line, status }: Breach): string {
  const met = status === null ? '' : `, with the status ${status},`;
  const shown = line === null ? '' : `, ${JSON.stringify(line.slice(0, LINE_SHOWN))}`;
  return `An HTTP answer came${met} that breaks RFC 9112: ${what}${shown}.`;
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
    ...(isPassing(error) && status === null && late === null ? { transient: true } : {}),
  };
}

function codeOf(error: Failure): { readonly code?: string } {
  const code = alertOf(error) ?? error?.code;
  return code === undefined ? {} : { code };
}

/** What may be otherwise a moment later. */
function isPassing(error: Failure): boolean {
  return error?.code === 'ECONNRESET' || error?.code === 'EAI_AGAIN';
}
