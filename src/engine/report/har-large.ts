import { closeSync, openSync, readSync } from 'node:fs';
import { Digest } from '../contract/digest.ts';
import { exactText } from '../contract/exact-text.ts';
import type { Condensed, Exchange } from '../model/exchange.ts';
import type { BriefResource } from '../model/resource.ts';
import type { HarCondensed, HarEntry, HarItem } from './har-format.ts';

/** So many bytes of a whole text are copied at once. */
const PIECE = 1024 * 1024;

/** As many items stand in one part. */
const IN_A_PART = 1000;

/**
 * What the file says of a body that was too long to be kept in memory. `areWhole`: whether the file has whole texts;
 * `judged`: what was judged of the body, null where another entry has it.
 */
export function condensedOf(
  { bytes, sha256, state, partial, items, whole }: Condensed,
  areWhole: boolean,
  judged: string | null,
): HarCondensed {
  const isWhole = areWhole && whole !== null;
  return {
    ...{ bytes, sha256, state, partial, isWhole },
    ...(isWhole && judged !== null ? { judged } : {}),
    ...(items === undefined ? {} : { items: items.stretches }),
  };
}

/** An entry whose text stands in the file of whole texts, already as in a JSON string. */
export function* withWholeText(
  entry: HarEntry,
  file: string,
  { from, to }: NonNullable<Condensed['whole']>,
): Generator<string | Buffer> {
  const { response } = entry;
  const { text: _, ...content } = response.content;
  const { response: __, ...others } = entry;
  const { content: ___, ...rest } = response;
  yield `${JSON.stringify(others).slice(0, -1)},"response":${JSON.stringify(rest).slice(0, -1)},`;
  yield `"content":${JSON.stringify(content).slice(0, -1)},"text":"`;
  const handle = openSync(file, 'r');
  try {
    for (let at = from; at < to; ) {
      const bytes = Buffer.allocUnsafe(Math.min(PIECE, to - at));
      const length = readSync(handle, bytes, 0, bytes.length, at);
      if (length === 0) throw new Error('A whole text of the run has been cut off.');
      yield bytes.subarray(0, length);
      at += length;
    }
  } finally {
    closeSync(handle);
  }
  yield '"}}}';
}

/** The entries of all Lists of a run that were too long to be kept; [] where there is none. */
export function longestTable(exchanges: readonly Exchange[]): readonly BriefResource[] {
  let longest: readonly BriefResource[] = [];
  for (const { response } of exchanges) {
    const { items } = response?.body.condensed ?? {};
    if (items !== undefined && items.table.length > longest.length) longest = items.table;
  }
  return longest;
}

/** The end of the file with those entries. */
export function* tableParts(table: readonly BriefResource[]): Generator<string> {
  yield '\n"_items": [\n';
  for (let at = 0; at < table.length; at += IN_A_PART) {
    const items = table.slice(at, at + IN_A_PART).map((one) => JSON.stringify(harItem(one)));
    yield `${at === 0 ? '' : ',\n'}${items.join(',\n')}`;
  }
  yield '\n]}}\n';
}

function harItem(resource: BriefResource): HarItem {
  const { name, creationTimestamp, item, version, phase, spec, specHash, uids } = resource;
  return {
    ...{ name, creationTimestamp, item, version, phase },
    ...(specHash === undefined ? {} : { specHash }),
    ...(spec === undefined || spec instanceof Digest ? {} : { spec: exactText(spec) }),
    ...(uids === undefined ? {} : { uids: [...uids] }),
  };
}
