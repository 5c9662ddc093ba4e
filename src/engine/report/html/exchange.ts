import { html } from 'hono/html';
import type { Body, Exchange, HeaderLine } from '../../model/exchange.ts';
import { curlOf } from '../curl.ts';
import { visible } from '../inert.ts';
import { responseBody, textBody } from './body.ts';
import { type Html, prose, shown } from './text.ts';

/** As many header lines as are shown. */
const MOST_HEADERS = 60;

/** How an exchange is shown. */
export interface ExchangeLook {
  readonly index: number;
  readonly open: boolean;
  /** As many characters of its body. */
  readonly most: number;
  /** The bodies that were shown before with the same `most`: Lists are alike for the most part. */
  readonly bodies?: Map<Body, Html>;
  /** Whether the command that repeats it stands in it. */
  readonly curl: boolean;
}

/** One exchange: a line that tells it in short, and all of it when opened. */
export function exchangeDetails(exchange: Exchange, look: ExchangeLook): Html {
  const { request, response, trouble } = exchange;
  return html`
<details class="exchange" id="exchange-${look.index}"${look.open ? html` open` : ''}>
<summary>${exchangeSummary(exchange, look.index)}</summary>
<div class="sides">
<div class="side">
<p class="label">Request</p>
<p class="line"><code>${shown(`${request.method} ${request.url}`)}</code></p>
${headerList(request.headers)}
${request.body === null ? '' : textBody(request.body)}
</div>
<div class="side">
<p class="label">Response</p>
${
  response === null
    ? html`<p class="remark">${withoutResponse(exchange)}</p>`
    : html`<p class="line"><code>${shown(`${response.httpVersion} ${response.status} ${response.reason}`)}</code></p>
${headerList(response.headers)}
${bodyOf(response.body, look)}`
}
${trouble === null ? '' : html`<p class="remark trouble">${prose(trouble.message)}</p>`}
${trouble?.bytes === undefined ? '' : html`<p class="remark">The bytes that came:</p>${textBody(trouble.bytes)}`}
</div>
</div>
${look.curl ? curlBlock(exchange) : ''}
<p class="meta timing">${metaOf(exchange)}</p>
</details>`;
}

function withoutResponse({ trouble, purpose }: Exchange): string {
  if (trouble?.bytes !== undefined) return 'No whole headers came.';
  const came = trouble !== null && ['not-http', 'malformed', 'cut'].includes(trouble.kind);
  return came && purpose === 'sign-in' ? 'What came may hold a token, and is not kept.' : 'Nothing came.';
}

function bodyOf(body: Body, { most, bodies }: ExchangeLook): Html {
  const before = bodies?.get(body);
  if (before !== undefined) return before;
  const now = responseBody(body, most);
  bodies?.set(body, now);
  return now;
}

/** The command that repeats an exchange. */
export function curlBlock(exchange: Exchange): Html {
  return html`<p class="label">Repeat it</p>
<pre class="curl" tabindex="0">${visible(curlOf(exchange))}</pre>`;
}

/** An exchange in one line. */
export function exchangeSummary(
  { request, response, durationMs, probe, purpose }: Exchange,
  index: number,
): Html {
  const look = response === null ? 'none' : `${Math.floor(response.status / 100)}`;
  return html`<span class="number">${index}</span> <b>${shown(request.method, 20)}</b>
<span class="path">${shown(pathOf(request.url), 200)}</span>
<span class="status s${look}">${response === null ? 'no answer' : response.status}</span>
<span class="meta">${shown(probe ?? purpose, 80)}, ${Math.round(durationMs)} ms</span>`;
}

function headerList(headers: readonly HeaderLine[]): Html {
  const left = headers.length - MOST_HEADERS;
  return html`<ul class="headers">${headers
    .slice(0, MOST_HEADERS)
    .map(([name, value]) => html`<li><b>${shown(name)}:</b> ${shown(value)}</li>`)}${
    left > 0 ? html`<li>${left} more in <code>evidence.har</code></li>` : ''
  }</ul>`;
}

function metaOf(exchange: Exchange): string {
  const { startedAt, durationMs, timings, scenario, probe, purpose, instance, attempt = 1 } = exchange;
  const phase = (name: string, time: number) => (time < 0 ? '' : `, ${name} ${time} ms`);
  const phases =
    phase('connect', timings.connect) + phase('wait', timings.wait) + phase('receive', timings.receive);
  const what = probe === null ? purpose : `${purpose} ${probe}`;
  return shown(
    `${startedAt}, ${durationMs} ms${phases}; scenario ${scenario}${attempt === 1 ? '' : `, attempt ${attempt}`}, ${what}, instance ${instance}`,
  );
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]+/i, '');
}
