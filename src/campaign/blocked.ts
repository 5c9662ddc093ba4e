import type { Blocked } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { errorCodeOf } from './answer.ts';

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
export function answerOf(exchange: Exchange): string {
  const { response, trouble } = exchange;
  if (trouble !== null) return trouble.message;
  const code = errorCodeOf(exchange);
  return `The answer was ${response?.status ?? 'none'}${code === null ? '' : ` (\`${code}\`)`}.`;
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

/** What to do about an answer that was not the one needed. */
export function remedyFor({ response, trouble, purpose }: Exchange): string {
  if (purpose === 'sign-in') return remedyForIam(response?.status ?? 0);
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

function remedyForIam(status: number): string {
  if (status === 401 || status === 403)
    return 'Check `MODELARTS_IAM_DOMAIN`, `MODELARTS_IAM_USERNAME`, `MODELARTS_IAM_PASSWORD` and the project.';
  return 'Check `MODELARTS_IAM_ENDPOINT`, and whether IAM is well.';
}
