import type { Exchange } from '../model/exchange.ts';
import { isFromGateway, statusOf } from './answer.ts';

/** A request is sent again at most so often. */
export const MOST_RETRIES = 5;

const FIRST_PAUSE_MS = 250;

/** Why another try may fare better, in words that follow "was"; null where it would not, or where it is not safe. */
export function retryReason(exchange: Exchange): string | null {
  const { purpose, request, trouble } = exchange;
  const status = statusOf(exchange);
  if (status === 429) return 'answered 429';
  // A request under test, or a DELETE, whose answer was lost may have worked: Show or List decides.
  if (purpose === 'probe' || request.method === 'DELETE') return null;
  if (isFromGateway(exchange)) return `answered ${status}`;
  if (trouble?.transient !== true) return null;
  return trouble.kind === 'unsent' ? 'not delivered' : 'cut off';
}

/** How long to wait before the next try, in milliseconds: what the target asks for, else longer each time. */
export function retryPause({ response }: Exchange, retries: number, now: number): number {
  const asked = response?.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim() ?? '';
  if (/^\d{1,6}$/.test(asked)) return Number(asked) * 1000;
  const date = asked === '' ? Number.NaN : Date.parse(asked);
  return Number.isNaN(date) ? FIRST_PAUSE_MS * 2 ** retries : Math.max(0, date - now);
}

/** How often the last request of a purpose was sent, in a sentence that begins with its name. */
export function timesSent(name: string, exchanges: readonly Exchange[]): string {
  const last = exchanges.at(-1);
  const before = exchanges.slice(0, -1);
  const first = before.findLastIndex((one) => one.purpose !== last?.purpose || retryReason(one) === null);
  const times = exchanges.length - first - 1;
  return times === 1 ? `${name} was sent once.` : `${name} was sent ${times} times, with growing pauses.`;
}
