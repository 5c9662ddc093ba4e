import type { Body, Exchange, HeaderLine, RecordedRequest, RecordedResponse } from '../model/exchange.ts';
import type { ReportInput } from '../model/report.ts';
import { HAR_VERSION, type HarEntry, type HarPair, type HarScenario, headerValue } from './har-format.ts';
import { condensedOf, longestTable, tableParts, withWholeText } from './har-large.ts';

/** What `evidence.har` is written of. */
export type HarInput = Pick<ReportInput, 'report' | 'exchanges' | 'recorded'>;

/** The text of `evidence.har`: every exchange, `Finding.exchange` is the index into `log.entries`. */
export function reportHar(input: ReportInput): string {
  return [...harParts(input)].join('');
}

/** A body of so many UTF-16 units stands once; an equal one of a later entry names the first. */
export const WORTH_NAMING = 16 * 1024;

/**
 * The same in parts: many large bodies make more than one text can hold. `wholeTexts`: the file of the whole texts of
 * the run; null where there is none, and a large body is told by what was judged of it.
 */
export function* harParts(
  { report, exchanges, recorded }: HarInput,
  wholeTexts: string | null = null,
): Generator<string | Buffer> {
  const { name, version } = report.suite;
  const creator = JSON.stringify({ name, version });
  yield `{"log": {"version": "${HAR_VERSION}", "creator": ${creator}, "pages": [], `;
  if (recorded !== undefined) yield `"_run": ${JSON.stringify(report.run.id)}, ${scenariosText(recorded)}, `;
  yield '"entries": [';
  const first = new Map<string, number>();
  for (const [index, exchange] of exchanges.entries()) {
    yield index === 0 ? '\n' : ',\n';
    const body = exchange.response?.body ?? null;
    const key = body === null ? null : keyOf(body);
    const sameAs = key === null ? undefined : first.get(key);
    if (key !== null && sameAs === undefined) first.set(key, index);
    const entry = entryOf(exchange, sameAs, wholeTexts !== null);
    const whole = sameAs === undefined && wholeTexts !== null ? (body?.condensed?.whole ?? null) : null;
    if (whole === null || wholeTexts === null) yield JSON.stringify(entry);
    else yield* withWholeText(entry, wholeTexts, whole);
  }
  const table = longestTable(exchanges);
  yield table.length === 0 ? '\n]}}\n' : '\n],';
  if (table.length > 0) yield* tableParts(table);
}

/** The same for bodies that are equal; null for one that is short. */
function keyOf({ data, condensed, ...rest }: Body): string | null {
  if (condensed !== undefined) return JSON.stringify([rest, condensed.sha256]);
  return data.length < WORTH_NAMING ? null : `${JSON.stringify(rest)} ${data}`;
}

/** What the scenarios recorded beside their exchanges, in the order of the walk. */
function scenariosText(recorded: readonly HarScenario[]): string {
  const all = recorded.map(({ scenario, notes, withheld, blocked }) => ({
    scenario,
    notes,
    withheld,
    blocked,
  }));
  return `"_scenarios": ${JSON.stringify(all)}`;
}

function entryOf(exchange: Exchange, sameAs: number | undefined, areWhole: boolean): HarEntry {
  const timings = timingsOf(exchange);
  const { blocked, connect, wait, receive } = timings;
  return {
    startedDateTime: exchange.startedAt,
    time: Math.max(blocked, 0) + Math.max(connect, 0) + wait + receive,
    request: requestOf(exchange.request),
    response: exchange.response === null ? NO_RESPONSE : responseOf(exchange.response, sameAs, areWhole),
    cache: {},
    timings,
    _scenario: exchange.scenario,
    _attempt: exchange.attempt ?? 1,
    _probe: exchange.probe,
    _purpose: exchange.purpose,
    _operation: exchange.operation,
    _names: exchange.names,
    _instance: exchange.instance,
    _trouble: exchange.trouble,
    _durationMs: exchange.durationMs,
    _timings: exchange.timings,
    _answered: exchange.response !== null,
    ...(sameAs === undefined ? {} : { _sameAs: sameAs }),
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

function responseOf(
  response: RecordedResponse,
  sameAs: number | undefined,
  areWhole: boolean,
): HarEntry['response'] {
  const { status, reason, httpVersion, headers, headersCut, body } = response;
  const { encoding, data, bytesOnWire, codingError, codingUnsupported, truncated, notKept, condensed } = body;
  const { unrecorded } = body;
  const own = {
    ...(codingError === undefined ? {} : { codingError }),
    ...(codingUnsupported === undefined ? {} : { codingUnsupported }),
    ...(truncated === undefined ? {} : { truncated }),
    ...(notKept === undefined ? {} : { notKept }),
    ...(unrecorded === undefined ? {} : { unrecorded }),
    ...(condensed === undefined
      ? {}
      : { condensed: condensedOf(condensed, areWhole, sameAs === undefined ? data : null) }),
    ...(headersCut === undefined ? {} : { headersCut }),
  };
  return {
    status,
    statusText: reason,
    httpVersion,
    cookies: [],
    headers: headers.map(pair),
    content: {
      size: condensed?.bytes ?? Buffer.byteLength(data, encoding),
      mimeType: headerValue(headers, 'content-type') || UNKNOWN,
      ...(sameAs === undefined ? { text: data } : {}),
      ...(encoding === 'base64' ? { encoding } : {}),
      ...commentOf(body, sameAs),
    },
    redirectURL: headerValue(headers, 'location'),
    headersSize: -1,
    bodySize: bytesOnWire,
    ...(Object.keys(own).length === 0 ? {} : { _body: own }),
  };
}

/** What people who look at the entry should know of its text. */
function commentOf(
  { condensed, notKept, unrecorded }: Body,
  sameAs: number | undefined,
): { readonly comment?: string } {
  if (sameAs !== undefined) return { comment: `The same body as that of entry ${sameAs}.` };
  if (notKept !== undefined) return { comment: notKept };
  if (unrecorded !== undefined) return { comment: unrecorded };
  if (condensed === undefined || condensed.whole !== null) return {};
  return { comment: 'The run kept as much as it may: this is what was judged of a longer body.' };
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
