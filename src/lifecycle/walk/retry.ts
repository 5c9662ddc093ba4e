import { httpDate } from '../../engine/contract/http-date.ts';
import { headerValues } from '../../engine/judge/body/media-type.ts';
import { isFromGateway, statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import { dateOf } from './answer.ts';
import type { Walk } from './session.ts';
import { pause } from './wait.ts';

/** A request is sent again at most so often. */
const MOST_RETRIES = 5;

const FIRST_PAUSE_MS = 250;

/** How a request is sent again. */
export interface Patience {
  /** Called before every further try, which it may call off by throwing. */
  readonly before?: () => Promise<void>;
  /** Called after every try. */
  readonly after?: (exchange: Exchange) => Promise<void>;
  /** At most so many further tries. */
  readonly most?: number;
  /** The answer with the header lines that say how long to wait, where the exchange keeps none of them. */
  readonly asItCame?: (exchange: Exchange) => Exchange;
}

/** Sends a request, and again where that is safe and may help, within the time that the run has for it. */
export async function sendPatiently(
  walk: Walk,
  send: () => Promise<Exchange>,
  { before, after, most = MOST_RETRIES, asItCame = (exchange) => exchange }: Patience = {},
): Promise<Exchange> {
  for (let retries = 0; ; retries += 1) {
    const wasRenewed = walk.state.tokenRenewed;
    const exchange = await send();
    await after?.(exchange);
    // Refused for its token alone, at the gateway: nothing was carried out.
    const isRenewed = walk.state.tokenRenewed && !wasRenewed && walk.plan.suite.errors.isExpired(exchange);
    const reason = isRenewed ? 'refused for its token' : retryReason(exchange);
    if (reason === null) return exchange;
    const pauseMs = isRenewed ? 0 : retryPause(asItCame(exchange), retries, Date.now());
    const what = `A ${exchange.request.method} was ${reason}`;
    if (retries >= most || pauseMs > walk.state.retryMs) {
      const why = retries >= most ? `after ${tries(retries)}` : 'with no time left to try again';
      walk.notes.push({ message: `${what} ${why}.`, exchange: exchange.index });
      return exchange;
    }
    walk.notes.push({ message: `${what} and sent again.`, exchange: exchange.index });
    walk.voice.say(`  ${what}; it is sent again`);
    walk.state.retryMs -= pauseMs + exchange.durationMs;
    const end = walk.voice.waiting(`to send a ${exchange.request.method} again`, pauseMs);
    await pause(pauseMs, walk.signal);
    end();
    await before?.();
  }
}

function tries(count: number): string {
  return `${count} more ${count === 1 ? 'try' : 'tries'}`;
}

/** Why another try may fare better, in words that follow "was"; null where it would not, or where it is not safe. */
export function retryReason(exchange: Exchange): string | null {
  const { purpose, request, trouble } = exchange;
  const status = statusOfAnswer(exchange);
  if (status === 429) return 'answered 429';
  // A request under test, or a DELETE, whose answer was lost may have worked: Show or List decides.
  if (purpose === 'probe' || request.method === 'DELETE') return null;
  if (isFromGateway(exchange)) return `answered ${status}`;
  if (trouble?.transient !== true) return null;
  return trouble.kind === 'unsent' ? 'not delivered' : 'cut off';
}

/** How long to wait before the next try, in milliseconds: what the target asks for, and longer each time at the least. */
export function retryPause(exchange: Exchange, retries: number, now: number): number {
  const asked = exchange.response === null ? [] : headerValues(exchange.response, 'retry-after');
  const pauses = asked.flatMap((value) => {
    const whole = pauseIn(value, exchange, now);
    // What joins two lines puts a comma between them.
    return whole === null ? value.split(',').map((part) => pauseIn(part, exchange, now)) : [whole];
  });
  return Math.max(FIRST_PAUSE_MS * 2 ** retries, ...pauses.map((one) => one ?? 0));
}

/** What a `Retry-After` asks for, in milliseconds; null where it is neither seconds nor a date (RFC 9110, section 10.2.3). */
function pauseIn(value: string, exchange: Exchange, now: number): number | null {
  const text = value.trim();
  if (/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return Math.ceil(Number(text)) * 1000;
  const date = httpDate(text, now);
  if (date === null) return null;
  // The answer's own clock wrote both.
  return date - Date.parse(dateOf(exchange) ?? new Date(now).toISOString());
}

/** How often the last request of a purpose was sent, in a sentence that begins with its name. */
export function timesSent(name: string, exchanges: readonly Exchange[]): string {
  const last = exchanges.at(-1);
  const before = exchanges.slice(0, -1);
  const first = before.findLastIndex((one) => one.purpose !== last?.purpose || retryReason(one) === null);
  const times = exchanges.length - first - 1;
  return times === 1 ? `${name} was sent once.` : `${name} was sent ${times} times, with growing pauses.`;
}
