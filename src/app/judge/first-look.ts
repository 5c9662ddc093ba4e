import { sha256Of } from '../../engine/contract/digest.ts';
import type { BriefResource } from '../../engine/model/resource.ts';
import { PACKAGE } from '../../engine/package-root.ts';
import { credentialsIn, hasCredentials } from '../../engine/recording/credentials.ts';
import type { FileObject } from '../../engine/recording/file-value.ts';
import { asTold, itemsIn, memberIn, readLog, textIn } from '../../engine/recording/har-log.ts';
import type { Matching } from '../../engine/recording/match.ts';
import { RECORDING } from '../../engine/recording/recorded-exchange.ts';
import { Text } from '../../engine/recording/text.ts';
import { readItem } from '../../engine/report/har-read.ts';
import { HarReader } from '../../engine/report/har-reader.ts';

/** As many matching exchanges of a recording are judged: of each some kilobytes stay in memory. */
export const MOST_EXCHANGES = 20_000;

/** Beyond so many, one that is answered just as an earlier one is told by that one. */
const EACH_BY_ITSELF = 1000;

/** As much of them, in bytes as far as bodies are kept; each costs so many beside its body. */
const MOST_KEPT = 64_000_000;
const EACH = 4000;

/** No more is kept of a body, however long it is. */
const LONGEST = 64 * 1024;

/** As many values of credentials are looked for in all that is written. */
const MOST_CREDENTIALS = 1000;

/** An entry that matches an operation. */
export interface Found {
  readonly operation: string;
  readonly url: string;
  readonly base: string;
}

/** What a first look through a recording tells. */
export interface FirstLook {
  readonly creator: string;
  readonly entries: number;
  /** True where this suite wrote it, as the evidence of a run. */
  readonly own: boolean;
  /** By their places among the entries, at most as many as are judged. */
  readonly found: ReadonlyMap<number, Found>;
  /** How many entries match which operation, those that are not judged counted. */
  readonly matched: ReadonlyMap<string, number>;
  /** How many of them were answered just as an earlier one, by which they are told. */
  readonly repeated: number;
  /** How many matched beyond those. */
  readonly beyond: number;
  /** The values of credentials in all entries, those of entries that match first; at most as many as are looked for. */
  readonly credentials: readonly string[];
  /** Where other entries would match, if their URLs were read from there on: the most frequent base. */
  readonly proposal: string | null;
  /** What a file of this suite keeps of its Lists. */
  readonly items: readonly BriefResource[];
}

/** Looks through a whole recording: what it holds has to be known before anything of it is kept. Throws a RecordingError. */
export function firstLook(path: string, shown: string, matching: Matching): FirstLook {
  const all = new Map<number, Found>();
  const found = new Map<number, Found>();
  const near = new Map<string, number>();
  const credentials = { ofMatching: new Set<string>(), ofOthers: new Set<string>() };
  const items: BriefResource[] = [];
  let beyond = 0;
  let kept = 0;
  let repeated = 0;
  const matched = new Map<string, number>();
  const answers = new Set<string>();
  let hasOwn = false;
  const take = (entry: FileObject, index: number) => {
    if (index === 0) hasOwn = textIn(entry, '_purpose') !== null && textIn(entry, '_scenario') !== RECORDING;
    const { method, url } = requestIn(entry, index);
    const match = matching.match(method, url);
    const base = match === null ? matching.baseFor(method, url) : null;
    if (base !== null) near.set(base, (near.get(base) ?? 0) + 1);
    if (hasOwn)
      all.set(index, { operation: textIn(entry, '_operation') ?? '', url, base: match?.base ?? base ?? '' });
    if (match !== null) matched.set(match.operation.id, (matched.get(match.operation.id) ?? 0) + 1);
    const answer = match === null ? null : answerOf(entry, method, url);
    const isRepeated = answer !== null && answers.has(answer) && found.size >= EACH_BY_ITSELF;
    if (answer !== null) answers.add(answer);
    if (match !== null && !isRepeated) kept += EACH + lengthOf(entry);
    if (isRepeated) repeated += 1;
    else if (match !== null && (found.size === MOST_EXCHANGES || kept > MOST_KEPT)) beyond += 1;
    else if (match !== null) found.set(index, { operation: match.operation.id, url, base: match.base });
    const into = match === null ? credentials.ofOthers : credentials.ofMatching;
    for (const value of credentialsIn(entry)) if (into.size < MOST_CREDENTIALS) into.add(value);
  };
  const log = readLog(path, shown, {
    most: 0,
    wants: () => true,
    item: (item) => items.push(readItem(item)),
  });
  let step = log.next();
  try {
    for (; step.done !== true; step = log.next()) take(...step.value);
  } catch (error) {
    throw asTold(error, path, shown);
  }
  const { creator, entries } = step.value;
  const own = hasOwn && creator.name === PACKAGE.name;
  const isBelow = [...all.values()].every(({ operation, url }) => operation === '' || matching.isBelow(url));
  const ofOwn = isBelow ? all : new Map<number, Found>();
  const [proposal = null] = [...near].sort(([, a], [, b]) => b - a).map(([base]) => base);
  return {
    creator: [creator.name || 'an unnamed tool', creator.version].filter((part) => part !== '').join(' '),
    ...{ entries, own, items },
    ...{ beyond: own ? 0 : beyond, repeated: own ? 0 : repeated, matched },
    found: own ? ofOwn : found,
    credentials: [...new Set([...credentials.ofMatching, ...credentials.ofOthers])].slice(
      0,
      MOST_CREDENTIALS,
    ),
    proposal: !own && found.size === 0 ? proposal : null,
  };
}

/** What two equal requests with equal answers have in common; null where their bodies are too long to be compared. */
function answerOf(entry: FileObject, method: string, url: string): string | null {
  const { request, response } = entry;
  const [content, posted] = [memberIn(response, 'content'), memberIn(request, 'postData')];
  if ([memberIn(content, 'text'), memberIn(posted, 'text')].some((one) => one instanceof Text)) return null;
  const headers = itemsIn(response, 'headers').filter((pair) => !OF_ONE.test(textIn(pair, 'name') ?? ''));
  const told = [memberIn(response, 'status'), memberIn(response, 'bodySize'), headers, content];
  return sha256Of(JSON.stringify([method, url, hasCredentials(entry), posted ?? null, ...told]));
}

/** Headers that tell of one answer alone. */
const OF_ONE = /^(?:date|age|x-request-id|set-cookie)$/i;

/** How much of the body of an answer is kept. */
function lengthOf(entry: FileObject): number {
  const text = memberIn(memberIn(entry['response'], 'content'), 'text');
  return text instanceof Text ? LONGEST : Math.min(LONGEST, typeof text === 'string' ? text.length : 0);
}

/** Method and URL of an entry, a long one cut to nothing: it matches nothing. Throws a HarError where it has none. */
function requestIn(entry: FileObject, index: number): { readonly method: string; readonly url: string } {
  const request = HarReader.at(entry, `/log/entries/${index}`).at('request');
  const isLong = memberIn(entry['request'], 'url') instanceof Text;
  return { method: request.text('method'), url: isLong ? '' : request.text('url') };
}
