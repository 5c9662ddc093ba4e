import type { Body, Condensed, Exchange, RecordedResponse } from '../../engine/model/exchange.ts';
import type { BriefResource, ReadItem } from '../../engine/model/resource.ts';
import { growSlowly } from '../large/collect.ts';
import { restoredView, type StoredView, storedView } from '../large/stored-views.ts';

/** A body of so many UTF-16 units is written once, and named by those that are equal. */
const WORTH_NAMING = 16 * 1024;

/** As many entries of the table stand in one line. */
const IN_A_LINE = 500;

type StoredBody =
  | { readonly sameAs: number }
  | (Omit<Body, 'condensed'> & {
      readonly condensed?: Omit<Condensed, 'items'> & { readonly stretches?: readonly number[] };
    });

/** An exchange as it stands in a line: a body that came before is named by its exchange, a long List's entries by their places. */
export type StoredExchange = Omit<Exchange, 'response'> & {
  readonly response: (Omit<RecordedResponse, 'body'> & { readonly body: StoredBody }) | null;
};

/** What one line holds. */
export type ExchangeLine = { readonly exchange: StoredExchange } | { readonly items: readonly StoredView[] };

/** What the lines of a run hold so far, for one who writes more of them, or reads them. */
export interface SharedSoFar {
  readonly table: BriefResource[];
  /** How many entries of the table stand in lines. */
  written: number;
  readonly bodies: Map<number, Body>;
  readonly indexes: Map<Body, number>;
}

/** The state before the first line. */
export function nothingShared(): SharedSoFar {
  return { table: [], written: 0, bodies: new Map(), indexes: new Map() };
}

/** The lines of an exchange: those of entries of Lists that no line has yet, then its own. */
export function* exchangeLines(exchange: Exchange, shared: SharedSoFar): Generator<ExchangeLine> {
  const { response } = exchange;
  if (response === null) {
    yield { exchange: { ...exchange, response } };
    return;
  }
  const { body } = response;
  const table = body.condensed?.items?.table ?? [];
  while (shared.written < table.length) {
    const items = table.slice(shared.written, shared.written + IN_A_LINE);
    yield { items: items.map(storedView) };
    shared.written += items.length;
  }
  yield { exchange: { ...exchange, response: { ...response, body: storedBody(body, shared) } } };
  know(exchange.index, body, shared);
}

function storedBody(body: Body, { indexes }: SharedSoFar): StoredBody {
  const sameAs = indexes.get(body);
  if (sameAs !== undefined) return { sameAs };
  const { condensed, ...rest } = body;
  if (condensed === undefined) return rest;
  const { items, ...kept } = condensed;
  const stretches = items === undefined ? {} : { stretches: items.stretches };
  return { ...rest, condensed: { ...kept, ...stretches } };
}

function know(index: number, body: Body, { bodies, indexes }: SharedSoFar): void {
  if (indexes.has(body) || (body.condensed === undefined && body.data.length < WORTH_NAMING)) return;
  bodies.set(index, body);
  indexes.set(body, index);
}

/** The exchange of a line; null of a line of entries of Lists. */
export function readExchangeLine(
  line: ExchangeLine,
  shared: SharedSoFar,
  readItem: ReadItem,
): Exchange | null {
  if ('items' in line) {
    // Such Lists are compared again and again.
    growSlowly();
    for (const item of line.items) shared.table.push(restoredView(item, readItem));
    shared.written = shared.table.length;
    return null;
  }
  const { exchange } = line;
  if (exchange.response === null) return { ...exchange, response: null };
  const body = readBody(exchange.response.body, shared);
  know(exchange.index, body, shared);
  return { ...exchange, response: { ...exchange.response, body } };
}

function readBody(stored: StoredBody, { bodies, table }: SharedSoFar): Body {
  if ('sameAs' in stored) return bodies.get(stored.sameAs) ?? LOST;
  const { condensed, ...rest } = stored;
  if (condensed === undefined) return rest;
  const { stretches, ...kept } = condensed;
  const items = stretches === undefined ? {} : { items: { table, stretches } };
  return { ...rest, condensed: { ...kept, ...items } };
}

/** A body whose line was never written whole. */
const LOST: Body = { encoding: 'utf-8', data: '', bytesOnWire: 0, truncated: true };
