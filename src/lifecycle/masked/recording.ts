import { exactText } from '../../engine/contract/exact-text.ts';
import { isObject, member } from '../../engine/contract/json-value.ts';
import { readBody } from '../../engine/judge/body/body.ts';
import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Body, Condensed, Exchange, RecordedResponse } from '../../engine/model/exchange.ts';
import type { BriefResource, ResourceView } from '../../engine/model/resource.ts';
import type { Recording } from '../../engine/report/har-recording.ts';
import { type MaskBy, Neighbours } from './neighbour.ts';
import { textMask } from './texts.ts';

/** A recording in which nothing is told of neighbours, and what masks their names in other texts. */
export interface Masked {
  readonly recording: Recording;
  readonly text: (text: string) => string;
}

/** Said of a long List, whose whole text holds what is masked. */
const NOT_WHOLE = 'What it tells of others is masked, and its whole text left out.';

/**
 * Replaces what Lists and Shows tell of neighbours by tokens, and their names wherever they stand. What was equal stays
 * equal, so the same rules find the same.
 */
export function masked(recording: Recording, by: MaskBy): Masked {
  const neighbours = new Neighbours(by);
  const tables = new Map<readonly BriefResource[], readonly BriefResource[]>();
  const bodies = new Map<Body, Body>();
  const learned = new Set<readonly BriefResource[]>();
  const look = (exchange: Exchange): Exchange => {
    const { response } = exchange;
    if (response === null || !isLook(by, exchange)) return exchange;
    const known = bodies.get(response.body);
    const body = known ?? maskedBody(exchange, response.body, { by, neighbours, tables });
    bodies.set(response.body, body);
    return body === response.body ? exchange : { ...exchange, response: { ...response, body } };
  };
  // First what is known whole: of a long List the hash of a `spec` may be all that is known.
  for (const exchange of recording.exchanges) {
    const items = exchange.response?.body.condensed?.items;
    if (items === undefined) look(exchange);
    else if (!learned.has(items.table)) for (const entry of items.table) neighbours.learn(entry);
    if (items !== undefined) learned.add(items.table);
  }
  const looked = recording.exchanges.map((exchange) => withoutWhole(look(exchange)));
  const own = ownTexts(recording, by);
  const text = textMask(neighbours.masked, own);
  const tokenOf = (name: string) => (own.has(name) ? undefined : neighbours.masked.get(name));
  const exchanges = looked.map((exchange) => {
    const told = isLook(by, exchange) ? withoutBytes(exchange, by) : exchange;
    return withNames(withText(told, text), tokenOf);
  });
  const recorded = recording.recorded.map((one) => textsIn(one, text));
  return { recording: { ...recording, exchanges, recorded }, text };
}

/** Whether an exchange tells what is there. */
function isLook({ resource: { operations } }: MaskBy, { operation, request }: Exchange): boolean {
  return request.method === 'GET' && (operation === operations.list || operation === operations.show);
}

interface Masking {
  readonly by: MaskBy;
  readonly neighbours: Neighbours;
  readonly tables: Map<readonly BriefResource[], readonly BriefResource[]>;
}

function maskedBody(exchange: Exchange, body: Body, masking: Masking): Body {
  const { by, neighbours } = masking;
  const { condensed } = body;
  if (condensed?.items !== undefined) return withTable(body, condensed, masking);
  const { state, value } = readBody(body);
  const isRefusal = (statusOfAnswer(exchange) ?? 0) >= 400;
  if (state !== 'json') return state === 'empty' || isRefusal ? body : withText(body, by);
  const view = by.resource.readShown(value);
  const items = member(value, 'items');
  if (Array.isArray(items) && items.length > 0) {
    const made = items.map((item) => {
      const one = viewOf(by, value, item);
      return neighbours.isOne(one) ? neighbours.value(item, one) : item;
    });
    if (made.every((one, at) => one === items[at])) return body;
    return withValue(body, { ...Object(value), items: made });
  }
  if (exchange.operation !== by.resource.operations.show || view === null || !neighbours.isOne(view))
    return body;
  return withValue(body, neighbours.value(value, view));

  function withText(of: Body, { salted }: MaskBy): Body {
    return plain(of, salted.token(of.data));
  }
}

/** One entry as its List has it. */
function viewOf({ resource, names }: MaskBy, list: unknown, item: unknown): ResourceView | null {
  return resource.readList({ ...Object(list), items: [item] }, names.collection)?.[0] ?? null;
}

function withValue(body: Body, value: unknown): Body {
  return plain(body, exactText(value));
}

function plain(
  { bytesOnWire, notKept, truncated, codingError, codingUnsupported }: Body,
  data: string,
): Body {
  return {
    ...{ encoding: 'utf-8', data, bytesOnWire },
    ...(codingError === undefined ? {} : { codingError }),
    ...(codingUnsupported === undefined ? {} : { codingUnsupported }),
    ...(truncated === undefined ? {} : { truncated }),
    ...(notKept === undefined ? {} : { notKept }),
  };
}

function withTable(body: Body, condensed: Condensed, { by, neighbours, tables }: Masking): Body {
  const { items, sha256 } = condensed;
  if (items === undefined) return body;
  const table =
    tables.get(items.table) ??
    items.table.map((entry) => {
      const [view = null] = by.resource.readListedBriefly(
        { table: [entry], stretches: [0, 1] },
        by.names.collection,
      );
      return neighbours.isOne(view) ? neighbours.brief(entry) : entry;
    });
  tables.set(items.table, table);
  return {
    ...body,
    notKept: NOT_WHOLE,
    condensed: { ...condensed, sha256: by.salted.hash(sha256), items: { ...items, table }, whole: null },
  };
}

/** A whole text is nowhere but in the file of the run: what is masked has what was judged of it. */
function withoutWhole(exchange: Exchange): Exchange {
  const { response } = exchange;
  const condensed = response?.body.condensed;
  if (response === null || condensed === undefined || condensed.whole === null) return exchange;
  const body = { ...response.body, condensed: { ...condensed, whole: null } };
  return { ...exchange, response: { ...response, body } };
}

/** What is told of the run's own: it stays where it stands elsewhere too. */
function ownTexts({ exchanges }: Recording, by: MaskBy): ReadonlySet<string> {
  const own = new Set<string>([...Object.values(by.names), ...by.kept, ...by.resource.documented.names]);
  for (const exchange of exchanges) {
    const { response } = exchange;
    if (response === null || !isLook(by, exchange) || response.body.condensed !== undefined) continue;
    const { value } = readBody(response.body);
    const items: unknown = member(value, 'items');
    const entries = Array.isArray(items) ? items : [value];
    for (const entry of entries) {
      const view = Array.isArray(items) ? viewOf(by, value, entry) : by.resource.readShown(entry);
      if (view?.item === by.names.item) addTexts(entry, own);
    }
  }
  return own;
}

function addTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (Array.isArray(value)) for (const one of value) addTexts(one, texts);
  else if (isObject(value)) {
    for (const [name, one] of Object.entries(value)) {
      texts.add(name);
      addTexts(one, texts);
    }
  }
}

/** A neighbour that was asked for stands in the request. */
function withNames(exchange: Exchange, tokenOf: (name: string) => string | undefined): Exchange {
  const { names, request } = exchange;
  const item = names === null ? undefined : tokenOf(names.item);
  if (names === null || item === undefined) return exchange;
  const url = request.url
    .split('/')
    .map((part) => (decoded(part) === names.item ? item : part))
    .join('/');
  return { ...exchange, names: { ...names, item }, request: { ...request, url } };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What could not be read of an answer that tells of others may hold any of it. */
function withoutBytes(exchange: Exchange, { salted }: MaskBy): Exchange {
  const { trouble } = exchange;
  if (trouble?.bytes === undefined) return exchange;
  return { ...exchange, trouble: { ...trouble, bytes: salted.token(trouble.bytes) } };
}

/** What these headers say is of the message, and judged. */
const OF_MESSAGE = /^(?:content-|transfer-encoding$|connection$|date$)/i;

function withText(exchange: Exchange, mask: (text: string) => string): Exchange {
  const { response, trouble } = exchange;
  return {
    ...exchange,
    response: response === null ? null : answerWithText(response, mask),
    trouble: trouble === null ? null : textsIn(trouble, mask),
  };
}

function answerWithText(response: RecordedResponse, mask: (text: string) => string): RecordedResponse {
  const { reason, headers, body } = response;
  const data = body.encoding === 'base64' ? body.data : mask(body.data);
  return {
    ...response,
    reason: mask(reason),
    headers: headers.map(([name, value]) => [name, OF_MESSAGE.test(name) ? value : mask(value)]),
    // Equal bodies stay one.
    body: data === body.data ? body : { ...body, data },
  };
}

/** The same value, each text in it masked; only texts change, so the type stays. */
function textsIn<T>(value: T, mask: (text: string) => string): T;
function textsIn(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((one: unknown) => textsIn(one, mask));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, textsIn(one, mask)]));
}
