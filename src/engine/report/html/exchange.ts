import { html } from 'hono/html';
import type { Body, Exchange, HeaderLine } from '../../model/exchange.ts';
import { curlOf } from '../curl.ts';
import { visible } from '../inert.ts';
import { responseBody, textBody } from './body.ts';
import { type Html, prose, shown } from './text.ts';

/** As many header lines as are shown. */
const MOST_HEADERS = 60;

/** As many characters of one body as stand in a whole exchange, and of all bodies. */
export const MOST_OF_A_BODY = 4096;
const MOST_IN_ALL = 250_000;

/** The bodies that a page has shown so far: equal ones stand once. */
export class ShownBodies {
  readonly #homes = new Map<string, number>();
  #left: number;

  /** `most`: as many characters of bodies as the page shows in all. */
  constructor(most = MOST_IN_ALL) {
    this.#left = most;
  }

  /** The exchange that shows an equal body; null where this is the first, and how much of it may be shown. */
  take(
    index: number,
    { data, encoding }: Body,
    most: number,
  ): { readonly home: number | null; readonly most: number } {
    const key = `${encoding} ${data}`;
    const home = this.#homes.get(key);
    if (home !== undefined && home !== index) return { home, most };
    // A short one is shorter than what would be said of it.
    if (data.length > 120) this.#homes.set(key, index);
    const some = Math.max(256, Math.min(most, this.#left));
    this.#left -= Math.min(data.length, some);
    return { home: null, most: some };
  }
}

/** How an exchange is shown. */
export interface ExchangeLook {
  readonly index: number;
  /** As many characters of its body. */
  readonly most: number;
  readonly bodies: ShownBodies;
  /** True where the command that repeats it stands beside it already. */
  readonly isRepeated?: boolean;
}

/** All of an exchange: both messages side by side, below them the command that repeats it, and its times. */
export function wholeExchange(exchange: Exchange, look: ExchangeLook): Html {
  const { request, response, trouble } = exchange;
  return html`<div class="side">
<pre class="http" tabindex="0">${shown(`${request.method} ${request.url}`)}
${headerText(request.headers)}</pre>
${request.body === null ? '' : textBody(request.body)}
</div>
<div class="side">
${
  response === null
    ? html`<p class="remark">${withoutResponse(exchange)}</p>`
    : html`<pre class="http" tabindex="0">${shown(`${response.httpVersion} ${response.status} ${response.reason}`)}
${headerText(response.headers)}</pre>
${bodyOf(response.body, look)}`
}
${trouble === null ? '' : html`<p class="remark trouble">${prose(trouble.message)}</p>`}
${trouble?.bytes === undefined ? '' : html`<p class="remark">The bytes that came:</p>${textBody(trouble.bytes)}`}
</div>
${look.isRepeated !== true && isToRepeat(exchange) ? curlBlock(curlOf(exchange)) : ''}
<p class="meta">${metaOf(exchange)}</p>`;
}

function withoutResponse({ trouble, purpose }: Exchange): string {
  if (trouble?.bytes !== undefined) return 'No whole headers came.';
  const came = trouble !== null && ['not-http', 'malformed', 'cut'].includes(trouble.kind);
  return came && purpose === 'sign-in' ? 'What came may hold a token, and is not kept.' : 'Nothing came.';
}

function bodyOf(body: Body, { index, most, bodies }: ExchangeLook): Html {
  const taken = bodies.take(index, body, most);
  if (taken.home !== null) {
    return html`<p class="remark">The same body as that of <a href="#exchange-${taken.home}">exchange ${taken.home}</a>.</p>`;
  }
  return responseBody(body, taken.most);
}

/** Commands that repeat exchanges, to be copied. */
export function curlBlock(commands: string): Html {
  return html`<pre class="curl" tabindex="0">${visible(commands)}</pre>`;
}

/** Looks are repeated with what they are looks at. */
function isToRepeat({ purpose }: Exchange): boolean {
  return purpose === 'probe' || purpose === 'install' || purpose === 'remove';
}

function headerText(headers: readonly HeaderLine[]): string {
  const left = headers.length - MOST_HEADERS;
  const lines = headers.slice(0, MOST_HEADERS).map(([name, value]) => shown(`${name}: ${value}`));
  return [...lines, ...(left > 0 ? [`${left} more in evidence.har`] : [])].join('\n');
}

function metaOf(exchange: Exchange): string {
  const { startedAt, durationMs, timings, attempt = 1, instance } = exchange;
  const phase = (name: string, time: number) => (time < 0 ? '' : `, ${name} ${time} ms`);
  const phases =
    phase('connect', timings.connect) + phase('wait', timings.wait) + phase('receive', timings.receive);
  return shown(
    `${startedAt}, ${durationMs} ms${phases}${attempt === 1 ? '' : `, attempt ${attempt}`}, instance ${instance}`,
  );
}
