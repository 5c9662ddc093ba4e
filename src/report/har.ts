import type { Exchange, HeaderLine, RecordedRequest, RecordedResponse } from '../model/exchange.ts';
import type { ReportInput } from '../model/report.ts';
import { HAR_VERSION, type HarEntry, type HarPair, headerValue } from './har-format.ts';

/** The text of `evidence.har`: every exchange whole, `Finding.exchange` is the index into `log.entries`. */
export function reportHar(input: ReportInput): string {
  return [...harParts(input)].join('');
}

/** The same in parts: many large bodies make more than one text can hold. */
export function* harParts({ report, exchanges }: ReportInput): Generator<string> {
  const { name, version } = report.suite;
  const creator = JSON.stringify({ name, version });
  yield `{"log": {"version": "${HAR_VERSION}", "creator": ${creator}, "pages": [], "entries": [`;
  for (const [index, exchange] of exchanges.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(entryOf(exchange))}`;
  }
  yield '\n]}}\n';
}

function entryOf(exchange: Exchange): HarEntry {
  const timings = timingsOf(exchange);
  const { blocked, connect, wait, receive } = timings;
  return {
    startedDateTime: exchange.startedAt,
    time: Math.max(blocked, 0) + Math.max(connect, 0) + wait + receive,
    request: requestOf(exchange.request),
    response: exchange.response === null ? NO_RESPONSE : responseOf(exchange.response),
    cache: {},
    timings,
    _scenario: exchange.scenario,
    _probe: exchange.probe,
    _purpose: exchange.purpose,
    _operation: exchange.operation,
    _instance: exchange.instance,
    _trouble: exchange.trouble,
    _durationMs: exchange.durationMs,
    _timings: exchange.timings,
    _answered: exchange.response !== null,
  };
}

/** The format knows -1 for `blocked`, `dns`, `connect` and `ssl` only; what no phase accounts for is `blocked`. */
function timingsOf({ timings, durationMs }: Exchange): HarEntry['timings'] {
  const [connect, wait, receive] = [timings.connect, Math.max(timings.wait, 0), Math.max(timings.receive, 0)];
  const rest = Math.round((durationMs - Math.max(connect, 0) - wait - receive) * 100) / 100;
  return { blocked: rest > 0 ? rest : -1, dns: -1, connect, send: 0, wait, receive, ssl: -1 };
}

function requestOf({ method, url, headers, body }: RecordedRequest): HarEntry['request'] {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headers.map(pair),
    queryString: URL.canParse(url) ? [...new URL(url).searchParams].map(pair) : [],
    ...(body === null
      ? {}
      : { postData: { mimeType: headerValue(headers, 'content-type') || UNKNOWN, text: body } }),
    headersSize: -1,
    bodySize: body === null ? 0 : Buffer.byteLength(body),
  };
}

function responseOf({ status, reason, httpVersion, headers, body }: RecordedResponse): HarEntry['response'] {
  const { encoding, data, bytesOnWire, codingError, codingUnsupported, truncated } = body;
  const own = {
    ...(codingError === undefined ? {} : { codingError }),
    ...(codingUnsupported === undefined ? {} : { codingUnsupported }),
    ...(truncated === undefined ? {} : { truncated }),
  };
  return {
    status,
    statusText: reason,
    httpVersion,
    cookies: [],
    headers: headers.map(pair),
    content: {
      size: Buffer.byteLength(data, encoding),
      mimeType: headerValue(headers, 'content-type') || UNKNOWN,
      text: data,
      ...(encoding === 'base64' ? { encoding } : {}),
    },
    redirectURL: headerValue(headers, 'location'),
    headersSize: -1,
    bodySize: bytesOnWire,
    ...(Object.keys(own).length === 0 ? {} : { _body: own }),
  };
}

/** As browsers write it where nothing came. */
const UNKNOWN = 'x-unknown';

const NO_RESPONSE: HarEntry['response'] = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: UNKNOWN },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};

function pair([name, value]: HeaderLine): HarPair {
  return { name, value };
}
