import { readFileSync } from 'node:fs';
import type { ErrorObject } from 'ajv';
import { isObject } from '../engine/contract/json-value.ts';
import { ownSchema } from '../engine/contract/own-schema.ts';
import type { FileKeys, Names, ResourceWords } from '../engine/model/resource.ts';
import { entryOf, type LedgerEntry } from './ledger-lines.ts';

/** A line of a ledger that nothing is removed by. */
export interface UnusedLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Words that follow "The line". */
  readonly why: string;
}

/** A ledger, every line checked: whoever wrote into the file, what it says is no order. */
export interface CheckedLedger {
  readonly file: string;
  readonly entries: readonly LedgerEntry[];
  readonly unused: readonly UnusedLine[];
  /** The numbers, from 1, of the lines that are no whole JSON object. */
  readonly cut: readonly number[];
}

/** What is known of the resource whose ledger is read. */
export interface LedgerResource {
  readonly keys: FileKeys;
  readonly words: ResourceWords;
  /** Whether names are those of a resource. */
  readonly isNamedBy: (names: Names) => boolean;
}

/**
 * Reads a ledger and holds every line to its schema: types, bounds, what comes before what, names that are a resource's.
 * Null where there is no such file. Throws where it cannot be read.
 */
export function readCheckedLedger(file: string, resource: LedgerResource): CheckedLedger | null {
  const text = textOf(file);
  if (text === null) return null;
  const fits = ownSchema('ledger.schema.json');
  const entries: LedgerEntry[] = [];
  const unused: UnusedLine[] = [];
  const cut: number[] = [];
  for (const [at, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const value = parsed(written);
    if (!isObject(value)) {
      cut.push(at + 1);
      continue;
    }
    const entry = fits(value) ? entryOf(value, resource.keys) : null;
    const against = entry === null ? whyUnfit(fits.errors?.[0]) : whyImplausible(entry, resource);
    if (against !== null) unused.push({ file, line: at + 1, why: against });
    else if (entry !== null) entries.push(entry);
  }
  return { file, entries, unused, cut };
}

function whyUnfit(error: ErrorObject | undefined): string {
  return `is none of a ledger: ${error?.instancePath ?? ''} ${error?.message ?? ''}`;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What no run writes; null where a run may have. */
function whyImplausible(entry: LedgerEntry, { words, isNamedBy }: LedgerResource): string | null {
  const at = Date.parse(entry.at);
  if (at > Date.now()) return 'was written in the future, by the clock of this machine';
  if (entry.absentAt !== undefined && Date.parse(entry.absentAt) > at)
    return `says that the ${words.item} was absent after its install was to be sent`;
  return isNamedBy(entry) ? null : `does not name a ${words.collection}'s ${words.item}`;
}
