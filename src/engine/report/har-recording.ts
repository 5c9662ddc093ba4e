import { StringDecoder } from 'node:string_decoder';
import { parseJson } from '../json.ts';
import type { Blocked, Evidence, Note, Withheld } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HarScenario } from './har-format.ts';
import { EntryReader, HarError, type HarReading } from './har-read.ts';
import { HarReader } from './har-reader.ts';

/** How the first line of a recording ends, and what stands after the last entry. */
const BEGIN = '"entries": [';
const ITEMS = '"_items": [';
const END = ']}}';

/** Outcomes of what was not sent on purpose. */
const WITHHELD = ['not-observed', 'inconclusive', 'not-applicable', 'drift'] as const;

/** All that a run recorded, read back from its `evidence.har`. */
export interface Recording {
  /** The id of the run. */
  readonly run: string;
  readonly exchanges: readonly Exchange[];
  /** What the scenarios recorded beside them, tidying up last. */
  readonly recorded: readonly HarScenario[];
}

/**
 * Reads an `evidence.har` as this version writes it, a line at a time: the whole text of a long body is in memory for as
 * long as it takes to read its entry. Throws a HarError, one sentence with the place.
 */
export function readRecording(parts: Iterable<Buffer>, reading: HarReading = {}): Recording {
  const reader = new EntryReader(reading);
  const lines = linesOf(parts);
  const first = lines.next().value ?? '';
  if (!first.endsWith(BEGIN))
    throw new HarError('The HAR file does not begin as this version of the suite writes it.');
  const log = HarReader.of(`${first}${END}`).at('log');
  const end = readLines(lines, '/log/entries', (entry) => reader.entry(entry));
  if (end === '],') {
    if (lines.next().value !== ITEMS)
      throw new HarError('The HAR file has no `/log/_items` where it begins one.');
    readLines(lines, '/log/_items', (item) => reader.item(item));
  }
  if (lines.next().done !== true) throw new HarError('The HAR file goes on after its end.');
  return {
    run: log.text('_run'),
    exchanges: reader.exchanges,
    recorded: log.list('_scenarios').map(readScenario),
  };
}

/** What the scenarios recorded, in the order of the walk. Throws a HarError where an exchange is of none of them. */
export function evidenceOf({ exchanges, recorded }: Recording): readonly Evidence[] {
  const known = new Set(recorded.map(({ scenario }) => scenario));
  const other = exchanges.find(({ scenario }) => !known.has(scenario));
  if (other !== undefined)
    throw new HarError(`The HAR file has no \`/log/_scenarios\` for \`/log/entries/${other.index}\`.`);
  return recorded.map((one) => ({
    ...one,
    exchanges: exchanges.filter(({ scenario }) => scenario === one.scenario),
  }));
}

/** Reads a line an object, and gives the line that ends them. */
function readLines(lines: Iterator<string>, path: string, take: (entry: HarReader) => void): string {
  for (let index = 0; ; index += 1) {
    const { value: line, done } = lines.next();
    if (done === true) throw new HarError(`The HAR file ends within \`${path}\`.`);
    if (line === END || line === '],') return line;
    const text = line.endsWith(',') ? line.slice(0, -1) : line;
    const value = parseJson(text);
    if (value === undefined) throw new HarError(`The HAR file has no JSON at \`${path}/${index}\`.`);
    take(HarReader.at(value, `${path}/${index}`));
  }
}

/** The lines of a file that comes in pieces; a line feed ends each. */
export function* linesOf(parts: Iterable<Buffer>): Generator<string, undefined> {
  const decoder = new StringDecoder('utf8');
  let begun: string[] = [];
  for (const part of parts) {
    let from = 0;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, from)) {
      begun.push(decoder.write(part.subarray(from, at)));
      yield begun.join('');
      begun = [];
      from = at + 1;
    }
    begun.push(decoder.write(part.subarray(from)));
  }
  const last = begun.join('') + decoder.end();
  if (last !== '') yield last;
  return undefined;
}

function readScenario(one: HarReader): HarScenario {
  return {
    scenario: one.text('scenario'),
    notes: one.list('notes').map(readNote),
    withheld: one.list('withheld').map(readWithheld),
    blocked: one.isNull('blocked') ? null : readBlocked(one.at('blocked')),
  };
}

function readNote(note: HarReader): Note {
  return { message: note.text('message'), ...exchangeOf(note) };
}

function readWithheld(one: HarReader): Withheld {
  return {
    probe: one.text('probe'),
    reason: one.text('reason'),
    outcome: one.oneOf('outcome', WITHHELD),
    ...(one.isTrue('lasts') ? { lasts: true } : {}),
    ...exchangeOf(one),
  };
}

function readBlocked(one: HarReader): Blocked {
  return {
    cause: one.text('cause'),
    tried: one.text('tried'),
    remedy: one.text('remedy'),
    endsRun: one.isTrue('endsRun'),
    ...(one.isTrue('overtime') ? { overtime: true } : {}),
    ...(one.isTrue('lasts') ? { lasts: true } : {}),
    ...exchangeOf(one),
  };
}

function exchangeOf(one: HarReader): { readonly exchange?: number } {
  const exchange = one.optionalNumber('exchange');
  return exchange === undefined ? {} : { exchange };
}
