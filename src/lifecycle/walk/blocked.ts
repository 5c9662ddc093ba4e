import { headerValues, isHtml } from '../../engine/judge/body/media-type.ts';
import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Blocked } from '../../engine/model/evidence.ts';
import type { Exchange, RecordedResponse } from '../../engine/model/exchange.ts';
import type { ReadResource } from '../effects/resource.ts';
import { clockAhead, clockWords } from './answer.ts';
import { type Remedied, remedyFor } from './remedy.ts';
import { whyUnusable } from './unusable.ts';

/** Ends a scenario: it cannot be carried through, and why. */
export class BlockedError extends Error {
  readonly blocked: Blocked;

  constructor(blocked: Blocked) {
    super(blocked.cause);
    this.name = 'BlockedError';
    this.blocked = blocked;
  }
}

/** What came instead of what was needed, in one or two sentences. */
export function answerOf(suite: Remedied, exchange: Exchange): string {
  const { response, trouble } = exchange;
  if (trouble?.kind === 'not-http' && trouble.bytes !== undefined)
    return `${trouble.message} It began with ${quoted(trouble.bytes, 80)}.`;
  if (trouble !== null) return trouble.message;
  return response === null
    ? 'No answer came.'
    : `The answer was ${response.status}${detailsOf(suite, exchange, response)}.`;
}

/** Thrown where the answer to a supporting request makes going on impossible. */
export function blockedBy(
  suite: Remedied,
  exchange: Exchange,
  what: string,
  tried: string,
  endsRun: boolean,
): BlockedError {
  return new BlockedError({
    cause: `${what}: ${answerOf(suite, exchange)}`,
    tried,
    remedy: remedyFor(suite, exchange),
    endsRun,
    ...(isRefusedForGood(suite, exchange, endsRun) ? { lasts: true } : {}),
    exchange: exchange.index,
  });
}

/** Credentials that are refused at the beginning, or have expired, do not get better; and who fails too often is locked out. */
function isRefusedForGood({ errors }: Remedied, exchange: Exchange, endsRun: boolean): boolean {
  const status = statusOfAnswer(exchange);
  return errors.isExpired(exchange) || (endsRun && (status === 401 || status === 403));
}

/** What says more than the status: the error's own words, what the body is, where it leads, how long to wait. */
function detailsOf({ resource, errors }: Remedied, exchange: Exchange, response: RecordedResponse): string {
  const { status, body } = response;
  const beginning = body.data.slice(0, 4096);
  const code = errors.codeOf(exchange);
  const words = errors.messageOf(exchange);
  // Of the headers of a sign-in's answer the names alone are kept.
  const isShown = exchange.purpose !== 'sign-in';
  const [location] = isShown && status >= 300 && status < 400 ? headerValues(response, 'location') : [];
  const [wait] = isShown && (status === 429 || status === 503) ? headerValues(response, 'retry-after') : [];
  const own = [...(code === null ? [] : [`\`${code}\``]), ...(words === null ? [] : [words])];
  return [
    own.length === 0 ? '' : ` (${own.join(', ')})`,
    bodyOf(resource, exchange, response, beginning),
    location === undefined ? '' : `, a redirect to ${quoted(location, 200)}`,
    wait === undefined ? '' : `, with \`Retry-After: ${wait.slice(0, 40)}\``,
    errors.isRefusedForClock(exchange)
      ? `; the clock of the target is ${clockWords(clockAhead(exchange) ?? 0)}`
      : '',
  ].join('');
}

/** What is odd about a body, in words that follow the status. */
function bodyOf(
  resource: ReadResource,
  exchange: Exchange,
  response: RecordedResponse,
  beginning: string,
): string {
  if (isHtml(response)) {
    const title = /<title>([^<]{1,200})<\/title>/i.exec(beginning)?.[1]?.trim() ?? '';
    return `, an HTML page${title === '' ? '' : ` titled ${quoted(title, 80)}`}`;
  }
  const why = whyUnusable(resource, exchange, response);
  return why === null ? '' : `, ${why}`;
}

function quoted(text: string, most: number): string {
  return JSON.stringify(text.slice(0, most));
}
