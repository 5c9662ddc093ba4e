import { Digest } from '../contract/digest.ts';
import { parseExactly } from '../judge/body/exact-json.ts';
import type { Body, Condensed, Exchange, HeaderLine, RecordedResponse, Trouble } from '../model/exchange.ts';
import type { BriefResource, Names, ReadItem } from '../model/resource.ts';
import { HarError, HarReader } from './har-reader.ts';

export { HarError };

const PURPOSES = ['probe', 'sign-in', 'list', 'install', 'settle', 'read-back', 'look', 'remove'] as const;
const TROUBLES = ['unsent', 'silent', 'not-http', 'malformed', 'cut', 'interrupted'] as const;

/** How the names and the items of an API are read. */
export interface HarReading {
  /** Gives the names in a URL, where the file has no others. */
  readonly namesIn?: (url: string) => Names | null;
  readonly readItem?: ReadItem;
}

/** Reads the exchanges of a HAR file that this suite wrote; throws a HarError, one sentence with the place. */
export function readHar(text: string, reading: HarReading = {}): readonly Exchange[] {
  const log = HarReader.of(text).at('log');
  const items = log.optionalList('_items') ?? [];
  const reader = new EntryReader(reading);
  for (const item of items) reader.item(item);
  for (const entry of log.list('entries')) reader.entry(entry);
  return reader.exchanges;
}

/** Reads entries one after the other, since a later one may name an earlier one. */
export class EntryReader {
  readonly exchanges: Exchange[] = [];
  readonly #table: BriefResource[] = [];
  readonly #reading: HarReading;

  constructor(reading: HarReading) {
    this.#reading = reading;
  }

  /** Reads an entry of `log._items`. */
  item(item: HarReader): void {
    this.#table.push(readItem(item, this.#reading.readItem));
  }

  /** Reads an entry of `log.entries`. */
  entry(entry: HarReader): void {
    const { namesIn = () => null } = this.#reading;
    const { exchanges } = this;
    exchanges.push(readEntry(entry, exchanges.length, { table: this.#table, exchanges, namesIn }));
  }
}

/** What entries refer to. */
export interface Before {
  readonly table: readonly BriefResource[];
  readonly exchanges: readonly Exchange[];
  readonly namesIn: (url: string) => Names | null;
}

/** Reads one entry of such a file. */
export function readEntry(entry: HarReader, index: number, before: Before): Exchange {
  const request = entry.at('request');
  const [timings, postData] = [entry.at('_timings'), request.optional('postData')];
  // Earlier versions made one attempt alone, and did not say so.
  const attempt = entry.optionalNumber('_attempt') ?? 1;
  return {
    index,
    scenario: entry.text('_scenario'),
    ...(attempt === 1 ? {} : { attempt }),
    probe: entry.isNull('_probe') ? null : entry.text('_probe'),
    purpose: entry.oneOf('_purpose', PURPOSES),
    operation: entry.isNull('_operation') ? null : entry.text('_operation'),
    names: readNames(entry, before),
    instance: entry.number('_instance'),
    startedAt: entry.text('startedDateTime'),
    durationMs: entry.number('_durationMs'),
    timings: {
      connect: timings.number('connect'),
      wait: timings.number('wait'),
      receive: timings.number('receive'),
    },
    request: {
      method: request.text('method'),
      url: request.text('url'),
      headers: request.list('headers').map(headerLine),
      body: postData === null ? null : postData.text('text'),
    },
    response: entry.isTrue('_answered') ? readResponse(entry, before) : null,
    trouble: entry.isNull('_trouble') ? null : readTrouble(entry.at('_trouble')),
  };
}

function readNames(entry: HarReader, { namesIn }: Before): Names | null {
  if (!entry.has('_names')) return namesIn(entry.at('request').text('url'));
  if (entry.isNull('_names')) return null;
  const names = entry.at('_names');
  return {
    project: names.text('project'),
    collection: names.text('collection'),
    item: names.text('item'),
  };
}

function readResponse(entry: HarReader, { table, exchanges }: Before): RecordedResponse {
  const response = entry.at('response');
  const sameAs = entry.optionalNumber('_sameAs');
  const named = sameAs === undefined ? null : (exchanges[sameAs]?.response?.body ?? null);
  if (sameAs !== undefined && named === null) throw entry.wrong('_sameAs', 'an earlier entry with a body');
  return {
    status: response.number('status'),
    reason: response.text('statusText'),
    httpVersion: response.text('httpVersion'),
    headers: response.list('headers').map(headerLine),
    ...(response.optional('_body')?.isTrue('headersCut') === true ? { headersCut: true } : {}),
    body: named ?? readBody(response, table),
  };
}

function readBody(response: HarReader, table: readonly BriefResource[]): Body {
  const [content, own] = [response.at('content'), response.optional('_body')];
  const codingError = own?.optionalText('codingError');
  const [notKept, unrecorded] = [own?.optionalText('notKept'), own?.optionalText('unrecorded')];
  const condensed = own?.optional('condensed') ?? null;
  const [text, judged] = [content.text('text'), condensed?.optionalText('judged')];
  const whole = judged === undefined ? null : { from: 0, to: Buffer.byteLength(text) };
  return {
    encoding:
      content.optionalText('encoding') === undefined ? 'utf-8' : content.oneOf('encoding', ['base64']),
    data: judged ?? text,
    bytesOnWire: response.number('bodySize'),
    ...(codingError === undefined ? {} : { codingError }),
    ...(own?.isTrue('codingUnsupported') === true ? { codingUnsupported: true } : {}),
    ...(own?.isTrue('truncated') === true ? { truncated: true } : {}),
    ...(notKept === undefined ? {} : { notKept }),
    ...(unrecorded === undefined ? {} : { unrecorded }),
    // Earlier versions did not say what was judged of a text that is there whole: it is read as any other.
    ...(condensed === null || (condensed.isTrue('isWhole') && whole === null)
      ? {}
      : { condensed: { ...readCondensed(condensed, table), whole } }),
  };
}

function readCondensed(condensed: HarReader, table: readonly BriefResource[]): Condensed {
  const stretches = condensed.optionalNumbers('items');
  return {
    bytes: condensed.number('bytes'),
    sha256: condensed.text('sha256'),
    state: condensed.oneOf('state', ['json', 'not-json', 'too-deep']),
    partial: condensed.isTrue('partial'),
    ...(stretches === undefined ? {} : { items: { table, stretches } }),
    whole: null,
  };
}

/** Reads one of the items that its Lists refer to. */
export function readItem(entry: HarReader, read: ReadItem = () => null): BriefResource {
  const specHash = entry.optionalText('specHash');
  const text = entry.optionalText('spec');
  const hash = specHash === undefined ? undefined : new Digest(specHash);
  const spec = text === undefined ? hash : parseExactly(text);
  const uids = entry.optionalPairs('uids');
  return {
    name: entry.textOrNull('name'),
    creationTimestamp: entry.textOrNull('creationTimestamp'),
    item: entry.textOrNull('item'),
    version: entry.textOrNull('version'),
    phase: entry.textOrNull('phase'),
    inputs: read({ spec })?.inputs,
    spec,
    ...(specHash === undefined ? {} : { specHash }),
    ...(uids === undefined ? {} : { uids: new Map(uids) }),
  };
}

function readTrouble(trouble: HarReader): Trouble {
  const [bytes, code, proxy] = (['bytes', 'code', 'proxy'] as const).map((name) =>
    trouble.optionalText(name),
  );
  return {
    kind: trouble.oneOf('kind', TROUBLES),
    message: trouble.text('message'),
    ...(bytes === undefined ? {} : { bytes }),
    ...(code === undefined ? {} : { code }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(trouble.isTrue('transient') ? { transient: true } : {}),
  };
}

function headerLine(pair: HarReader): HeaderLine {
  return [pair.text('name'), pair.text('value')];
}
