import { readFileSync } from 'node:fs';
import type { ErrorObject } from 'ajv';
import { createAjv } from '../engine/contract/ajv.ts';
import { isObject } from '../engine/contract/json-value.ts';
import type { Names } from '../engine/model/resource.ts';
import { SCHEMAS } from '../engine/package-root.ts';
import type { LedgerEntry } from './ledger.ts';

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

/**
 * Reads a ledger and holds every line to its schema: types, bounds, what comes before what, names that are a resource's.
 * Null where there is no such file. Throws where it cannot be read.
 */
export function readCheckedLedger(file: string, isNamed: (names: Names) => boolean): CheckedLedger | null {
  const text = textOf(file);
  if (text === null) return null;
  const fits = createAjv().compile<LedgerEntry>(
    JSON.parse(readFileSync(new URL('ledger.schema.json', SCHEMAS), 'utf8')),
  );
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
    const why = fits(value) ? whyImplausible(value, isNamed) : whyUnfit(fits.errors?.[0]);
    if (why !== null) unused.push({ file, line: at + 1, why });
    // Nothing is against it, so it is one of the schema.
    else entries.push(value as unknown as LedgerEntry);
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
function whyImplausible(entry: LedgerEntry, isNamed: (names: Names) => boolean): string | null {
  const at = Date.parse(entry.at);
  if (at > Date.now()) return 'was written in the future, by the clock of this machine';
  if (entry.absentAt !== undefined && Date.parse(entry.absentAt) > at)
    return 'says that the plug-in was absent after its install was to be sent';
  return isNamed(entry) ? null : "does not name a pool's plug-in";
}
