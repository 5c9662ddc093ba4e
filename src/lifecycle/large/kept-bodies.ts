import type { CondensedText, KeptBodies } from '../../engine/http/large-bodies.ts';
import type { Evidence } from '../../engine/model/evidence.ts';
import type { Body, OperationId } from '../../engine/model/exchange.ts';
import type { DocumentedMembers, ReadItem, ResourceView } from '../../engine/model/resource.ts';
import { condenseText } from './condense.ts';
import { LONGEST_TOKEN } from './json-tokens.ts';
import { isSameBody } from './same-body.ts';
import { ViewTable } from './view-table.ts';

/** So many bytes of texts a run keeps before it keeps less of each. */
const MOST_TEXTS = 24_000_000;

/** So many bytes of header lines. */
const MOST_HEADERS = 16_000_000;

/** As many large bodies are known again by their bytes. */
const MOST_REMEMBERED = 1000;

/** A body of more bytes is condensed, and of one that is so much is kept: at first, and once there are many. */
const AT_FIRST = { body: LONGEST_TOKEN, condensed: 4 * LONGEST_TOKEN };
const LATER = { body: 16 * 1024, condensed: 16 * 1024 };

/** What a process keeps by, and what went before. */
export interface KeepBy {
  /** Where whole texts are kept; null for nowhere. */
  readonly file: string | null;
  /** Which operation lists, and how an entry of it is read. */
  readonly resource: {
    readonly operations: { readonly list: OperationId };
    readonly readItem: ReadItem;
    readonly documented: DocumentedMembers;
  };
  /** Whether an entry of a List stands for the resource of the run. */
  readonly isOwn: (view: ResourceView) => boolean;
  /** What an earlier process of the run recorded. */
  readonly evidence?: readonly Evidence[];
}

/** What a run keeps of bodies and header lines: bounded in memory and on the disk, whatever the target sends. */
export function keepBodies({ file, resource, isOwn, evidence = [] }: KeepBy): KeptBodies {
  const bodies = evidence
    .flatMap(({ exchanges }) => exchanges)
    .flatMap(({ response }) => (response === null ? [] : [response.body]));
  const known = bodies.flatMap(({ condensed }) => condensed?.items ?? []).at(-1)?.table ?? [];
  const table = new ViewTable(resource.readItem, isOwn, [...known]);
  const first = new Map<string, Body>();
  const made = new Map<string, CondensedText>();
  let texts = 0;
  let headers = 0;

  const keep = (body: Body): Body => {
    const key = body.condensed === undefined ? body.data : keyOf(body.condensed.sha256, body.encoding);
    const before = first.get(key);
    if (before !== undefined && isSameBody(before, body)) return before;
    if (before === undefined) {
      first.set(key, body);
      texts += Buffer.byteLength(JSON.stringify(body.data));
    }
    return body;
  };
  for (const body of bodies) keep(body);
  const now = () => (texts < MOST_TEXTS ? AT_FIRST : LATER);
  return {
    most: () => now().body,
    condense: (of) =>
      condenseText(of, {
        ...{ table, file, list: resource.operations.list, documented: resource.documented },
        most: now().condensed,
        before: (sha256, encoding) => first.get(keyOf(sha256, encoding)),
      }),
    again: (key) => made.get(key),
    remember: (key, text) => {
      if (made.size < MOST_REMEMBERED) made.set(key, text);
    },
    keep,
    room: (bytes) => {
      headers += bytes;
      return headers <= MOST_HEADERS;
    },
  };
}

function keyOf(sha256: string, encoding: Body['encoding']): string {
  return `${encoding} ${sha256}`;
}
