import { exactText } from '../../engine/contract/exact-text.ts';
import { isObject, member } from '../../engine/contract/json-value.ts';
import { readBody } from '../../engine/judge/body/body.ts';
import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import type { Body, Condensed, Exchange } from '../../engine/model/exchange.ts';
import type { BriefResource, ResourceView } from '../../engine/model/resource.ts';
import type { Recording } from '../../engine/report/har-recording.ts';
import { textsIn, withNames, withoutBytes, withText } from './exchange-texts.ts';
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
  const text = textMask(neighbours.masked, own, neighbours.names);
  const tokenOf = (name: string) => (own.has(name) ? undefined : neighbours.masked.get(name));
  const exchanges = looked.map((exchange) => {
    const told = isLook(by, exchange) ? withoutBytes(exchange, by.salted) : exchange;
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
  if (state !== 'json') return state === 'empty' || isRefusal ? body : withToken(body, by);
  if (isRefusal) return body;
  if (exchange.operation === by.resource.operations.list) {
    const name = entriesIn(by, value);
    // A List that nobody can read is told as one whose entries are all somebody else's.
    if (name === null) return holdsEntries(value) ? withValue(body, neighbours.value(value, null)) : body;
    const entries = member(value, name) as readonly unknown[];
    const made = entries.map((entry) => {
      const one = viewOf(by, value, name, entry);
      return neighbours.isOne(one) ? neighbours.value(entry, one) : entry;
    });
    if (made.every((one, at) => one === entries[at])) return body;
    return withValue(body, { ...Object(value), [name]: made });
  }
  const view = by.resource.readShown(value);
  const isOther = view === null ? exchange.names?.item !== by.names.item : neighbours.isOne(view);
  return isOther ? withValue(body, neighbours.value(value, view)) : body;

  function withToken(of: Body, { salted }: MaskBy): Body {
    return plain(of, salted.token(of.data));
  }
}

/** The member of a List that holds its entries; null where nothing is read of it. */
function entriesIn({ resource, names }: MaskBy, list: unknown): string | null {
  if (!isObject(list) || (resource.readList(list, names.collection) ?? []).length === 0) return null;
  const arrays = Object.keys(list).filter((name) => Array.isArray(list[name]));
  const isOfThem = (name: string) =>
    resource.readList({ ...list, [name]: [] }, names.collection)?.length === 0;
  return arrays.find(isOfThem) ?? null;
}

/** Whether a value is more than a List of nothing. */
function holdsEntries(value: unknown): boolean {
  return (
    !isObject(value) ||
    Object.values(value).some((one) => Object.keys(Object(one)).length > 0 && typeof one !== 'string')
  );
}

/** One entry as its List has it. */
function viewOf(
  { resource, names }: MaskBy,
  list: unknown,
  name: string,
  entry: unknown,
): ResourceView | null {
  return resource.readList({ ...Object(list), [name]: [entry] }, names.collection)?.[0] ?? null;
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
    const name = exchange.operation === by.resource.operations.list ? entriesIn(by, value) : null;
    const entries = name === null ? [value] : (member(value, name) as readonly unknown[]);
    for (const entry of entries) {
      const view = name === null ? by.resource.readShown(entry) : viewOf(by, value, name, entry);
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
