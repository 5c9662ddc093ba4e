import type { Blocked } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';

/** Ends a scenario: it cannot be carried through, and why. */
export class BlockedError extends Error {
  readonly blocked: Blocked;

  constructor(blocked: Blocked) {
    super(blocked.cause);
    this.name = 'BlockedError';
    this.blocked = blocked;
  }
}

/** What came instead of what was needed, in words that follow "was" or stand for themselves. */
export function answerOf({ response, trouble }: Exchange): string {
  if (trouble !== null) return trouble.message;
  return `The answer was ${response?.status ?? 'none'}${codeOf(response?.body.data ?? '')}.`;
}

/** Thrown where the answer to a supporting request makes going on impossible. */
export function blockedBy(exchange: Exchange, what: string, tried: string, endsRun: boolean): BlockedError {
  return new BlockedError({
    cause: `${what}: ${answerOf(exchange)}`,
    tried,
    remedy: remedyFor(exchange),
    endsRun,
    exchange: exchange.index,
  });
}

function remedyFor({ response, trouble }: Exchange): string {
  if (trouble?.kind === 'unsent')
    return 'Check the endpoint, the name resolution, the proxy and the certificate.';
  if (trouble !== null) return 'Run again once the endpoint answers.';
  const status = response?.status ?? 0;
  if (status === 401) return 'Check the credentials: they are wrong or have expired.';
  if (status === 403)
    return 'Check that these credentials may list, install, show and delete plug-ins of the pool.';
  if (status === 404) return 'Check the endpoint, the project and the pool.';
  if (status === 429) return 'Run again when the endpoint is less busy.';
  if (status >= 300 && status < 400) return 'Check the endpoint: what answers there redirects elsewhere.';
  if (status >= 500) return 'Run again once the endpoint is well.';
  return 'Check the settings against what the exchange shows.';
}

/** The error's own code, where the body has one: it says more than the status. */
function codeOf(body: string): string {
  const code = /"error_code"\s*:\s*"([\w.-]{1,64})"/.exec(body.slice(0, 4096))?.[1];
  return code === undefined ? '' : ` (\`${code}\`)`;
}
