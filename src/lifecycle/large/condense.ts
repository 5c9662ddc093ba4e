import { createHash } from 'node:crypto';
import type { CondenseText, LargeText } from '../../engine/http/large-bodies.ts';
import type { Body, Condensed, OperationId } from '../../engine/model/exchange.ts';
import type { DocumentedMembers } from '../../engine/model/resource.ts';
import { collectGarbage } from './collect.ts';
import { JsonSkim } from './json-skim.ts';
import { LONGEST_TOKEN } from './json-tokens.ts';
import { ListItems } from './list-items.ts';
import { FULL, NONE, type ViewTable } from './view-table.ts';
import { beginWholeText } from './whole-texts.ts';

/** So much is kept of what is no JSON, in UTF-16 units. */
const BEGINNING = 256 * 1024;

/** After so many UTF-16 units what is no longer used is freed. */
const COLLECTED_AFTER = 24 * 1024 * 1024;

const BYTE_ORDER_MARK = '\uFEFF';

/** What large bodies are condensed with. */
export interface CondenseWith {
  /** See Keep.most. */
  readonly most: number;
  readonly table: ViewTable;
  /** The operation whose bodies are Lists. */
  readonly list: OperationId;
  readonly documented: DocumentedMembers;
  /** The file of the whole texts; null for none. */
  readonly file: string | null;
  /** The body that came before with this hash. */
  readonly before: (sha256: string, encoding: Body['encoding']) => Body | undefined;
}

/** Condenses one body as it comes: of a List to its entries, of all else to what is documented and the beginning of the rest. */
export function condenseText({ operation, encoding }: LargeText, by: CondenseWith): CondenseText {
  const { table } = by;
  const hash = createHash('sha256');
  const whole = beginWholeText(by.file, encoding);
  const keep = { ...by.documented, most: by.most };
  const stretches: number[] = [];
  let isFull = false;
  let items: ListItems | null = null;
  let wasList = false;
  let beginning = '';
  let mark = '';
  let since = 0;

  const put = (place: number) => {
    if (place === FULL) isFull = true;
    if (place === FULL || place === NONE) return;
    if (stretches.at(-1) === place) stretches[stretches.length - 1] = place + 1;
    else stretches.push(place, place + 1);
  };
  const take = {
    again: (text: string) => {
      const place = table.placeOf(text);
      if (place !== undefined) put(place);
      return place !== undefined;
    },
    item: (value: unknown, text: string) => put(table.add(value, text)),
  };
  const onItems = () => {
    // Of two members of one name the last counts.
    stretches.length = 0;
    isFull = false;
    wasList = true;
    items = new ListItems(keep, take);
  };
  const skim = new JsonSkim(keep, operation === by.list ? onItems : null);

  const read = (text: string) => {
    for (let rest = text; rest !== ''; ) {
      if (items === null) {
        rest = skim.push(rest);
        continue;
      }
      const after: string | null = (items as ListItems).push(rest);
      if (after !== null && (items as ListItems).fault === null) items = null;
      if (after === null || items !== null) return;
      rest = after;
    }
  };
  const ended = (): Pick<Condensed, 'state' | 'partial'> & { readonly text: string } => {
    const fault = (items as ListItems | null)?.fault ?? null;
    return fault === null ? skim.end() : { state: fault, partial: false, text: '' };
  };
  return {
    push: (text) => {
      if (text === '') return;
      since += text.length;
      if (since > COLLECTED_AFTER) {
        since = 0;
        collectGarbage();
      }
      hash.update(text);
      whole.push(text);
      if (beginning === '' && text.startsWith(BYTE_ORDER_MARK)) mark = BYTE_ORDER_MARK;
      const isFirst = beginning === '';
      if (beginning.length < BEGINNING) beginning += text.slice(0, BEGINNING - beginning.length);
      read(isFirst ? text.slice(mark.length) : text);
    },
    end: (bytes, isWholeKept = true) => {
      // Of what is hardly long there may be thousands, and each look for what is no longer used takes as long.
      if (bytes > LONGEST_TOKEN) collectGarbage();
      const sha256 = hash.digest('hex');
      const same = by.before(sha256, encoding);
      if (same?.condensed !== undefined) {
        whole.drop();
        const { data, condensed, notKept } = same;
        return { encoding, data, condensed, ...(notKept === undefined ? {} : { notKept }) };
      }
      if (!isWholeKept) whole.drop();
      const { text, state, partial } = ended();
      const kept = state === 'json' ? mark + text : copied(beginning);
      const listed = state === 'json' && wasList ? { items: { table: table.entries, stretches } } : {};
      return {
        encoding,
        data: encoding === 'utf-8' ? kept : Buffer.from(kept, 'latin1').toString('base64'),
        condensed: {
          ...{ bytes, sha256, state, partial: partial || isFull },
          ...listed,
          whole: whole.end(),
        },
      };
    },
  };
}

/** A part of a text keeps the whole text in memory. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
