import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Names } from '../model/scenario.ts';

/** One line of the ledger: what was installed or deleted, where, by which run. */
export interface LedgerEntry extends Names {
  readonly at: string; // RFC 3339
  readonly run: string; // UUID
  readonly event: 'install-intended' | 'installed' | 'delete-intended' | 'deleted' | 'gone';
  readonly endpoint: string;
  readonly creationTimestamp?: string;
  readonly name?: string;
  /** True for the embedded mock, which ends with its run. */
  readonly mock?: boolean;
}

/** What a run writes down before it does it. */
export interface Ledger {
  /** Appends one line and returns once it is on the disk. */
  readonly write: (
    event: LedgerEntry['event'],
    instance?: { readonly creationTimestamp: string | null; readonly name: string | null },
  ) => void;
  /** The lines of this run and this plug-in, oldest first. */
  readonly ofRun: () => readonly LedgerEntry[];
}

/** Opens the ledger for one run against one plug-in; the file is only ever appended to. */
export function openLedger(
  file: string,
  about: Names & { readonly run: string; readonly endpoint: string; readonly mock: boolean },
): Ledger {
  return {
    write: (event, instance) => {
      const { run, endpoint, projectId, poolName, templateName, mock } = about;
      const entry: LedgerEntry = {
        at: new Date().toISOString(),
        run,
        event,
        endpoint,
        projectId,
        poolName,
        templateName,
        ...(instance?.creationTimestamp ? { creationTimestamp: instance.creationTimestamp } : {}),
        ...(instance?.name ? { name: instance.name } : {}),
        ...(mock ? { mock } : {}),
      };
      append(file, `${JSON.stringify(entry)}\n`);
    },
    ofRun: () => readLedger(file).filter((entry) => entry.run === about.run),
  };
}

/** Every whole line of a ledger file; a line that a power cut left unfinished is passed over. */
export function readLedger(file: string): readonly LedgerEntry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(parseLine);
}

function parseLine(line: string): LedgerEntry[] {
  try {
    // The file is our own, one line of schemas/ledger.schema.json each.
    const entry = JSON.parse(line) as LedgerEntry;
    return typeof entry?.event === 'string' ? [entry] : [];
  } catch {
    return [];
  }
}

function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a', 0o600);
  try {
    // A line begins on its own line, also after one that was left unfinished.
    writeSync(handle, endsUnfinished(file) ? `\n${line}` : line);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function endsUnfinished(file: string): boolean {
  const text = readFileSync(file);
  return text.length > 0 && text[text.length - 1] !== 0x0a;
}
