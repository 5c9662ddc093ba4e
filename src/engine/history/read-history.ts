import { isObject, member } from '../contract/json-value.ts';
import { ownSchema } from '../contract/own-schema.ts';
import type { HistoryLine, HistoryTarget } from '../model/history.ts';
import type { FileKeys } from '../model/resource.ts';
import { namesAsMembers } from '../report/named-members.ts';
import { HISTORY_VERSION, lineOfMembers } from './line.ts';

/** What a history has of one target, or of all. */
export interface History {
  /** In the order of the file, in which they were written whatever the clock said. */
  readonly lines: readonly HistoryLine[];
  /** How many lines of the file are torn, or no run's: nothing is made of them. */
  readonly skipped: number;
}

/** A history without a line. */
export const NO_HISTORY: History = { lines: [], skipped: 0 };

const LINE_FEED = 0x0a;

/**
 * Reads the lines of one target, or of all where that is null. Those are held to the schema; of others it is looked whether they are lines of a run
 * at all, so that the nights of ten years at many targets are read at once.
 */
export function readHistory(bytes: Buffer, target: HistoryTarget | null, keys: FileKeys): History {
  const wanted: readonly (readonly [name: string, value: string])[] =
    target === null ? [] : [['endpoint', target.endpoint], ...Object.entries(namesAsMembers(keys, target))];
  const lines: HistoryLine[] = [];
  let skipped = 0;
  let fits: ((members: unknown) => boolean) | null = null;
  for (const text of textsOf(bytes)) {
    const members = parsed(text);
    const place = member(members, 'target');
    if (!isObject(members) || !isObject(place) || members['formatVersion'] !== HISTORY_VERSION) {
      skipped += 1;
      continue;
    }
    if (wanted.some(([name, value]) => place[name] !== value)) continue;
    fits ??= ownSchema('history.schema.json');
    const line = fits(members) ? lineOfMembers(members, keys) : null;
    if (line === null) skipped += 1;
    else lines.push(line);
  }
  return { lines, skipped };
}

/** How many lines are passed over, in a sentence; null where none is. */
export function skippedText({ skipped }: History): string | null {
  if (skipped === 0) return null;
  return skipped === 1
    ? "One line of the history is torn, or no run's, and was passed over."
    : `${skipped} lines of the history are torn, or no run's, and were passed over.`;
}

/** The lines that are not empty, one after the other: a text of the whole file may be longer than one can be. */
function* textsOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from);
    const to = found === -1 ? bytes.length : found;
    const text = bytes.toString('utf8', from, to);
    if (text.trim() !== '') yield text;
    from = to + 1;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
