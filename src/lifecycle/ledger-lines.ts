import { readFileSync, statSync } from 'node:fs';
import { isObject } from '../engine/contract/json-value.ts';
import type { FileKeys, Names } from '../engine/model/resource.ts';
import { namesAsMembers, namesOfMembers } from '../engine/report/named-members.ts';

/** One line of the ledger, where the suite's own keys name the resource: what was installed or deleted, where, by which run. */
export interface LedgerEntry extends Names {
  readonly formatVersion?: number;
  readonly at: string; // RFC 3339
  readonly run: string; // UUID
  /** `installed`: seen by Show; `may-be-replaced`: a PUT or a POST to it was answered 2xx; `not-gone`: its deletion was accepted, and it was still there at the end of the settle time. */
  readonly event:
    | 'install-intended'
    | 'install-again'
    | 'install-accepted'
    | 'installed'
    | 'may-be-replaced'
    | 'delete-intended'
    | 'deleted'
    | 'not-gone'
    | 'gone';
  readonly endpoint: string;
  readonly creationTimestamp?: string;
  readonly name?: string;
  /** True for the embedded mock, which ends with its run. */
  readonly mock?: boolean;
  /** Of the format before, with `install-intended`: the `Date` of the List just before. */
  readonly absentAt?: string;
  /** With `install-intended` and `may-be-replaced`, as in Intent and Replacement. */
  readonly settleTimeoutMs?: number;
  /** With `install-accepted`: when that was, by the target's clock, RFC 3339. */
  readonly installedAt?: string;
  /** With `install-intended` and `install-again`, as in Window; with `may-be-replaced`, as in Replacement. */
  readonly since?: string;
  readonly limitMs?: number;
  /** With `install-intended`, as in Intent. */
  readonly version?: string;
  readonly inputs?: readonly string[];
  /** With `install-intended`: the machine and the main process of the run. */
  readonly host?: string;
  readonly pid?: number;
  /** With `install-intended`: what tells that process from a later one of its number; and whether the ledger stands in the run's reports directory, beside its lock. */
  readonly processStart?: string;
  readonly inReports?: boolean;
}

/** The whole lines of a ledger file, of one run where it is named; one that a power cut left unfinished is passed over. */
export function readLedger(file: string, keys: FileKeys, run: string | null = null): readonly LedgerEntry[] {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // A ledger grows over the years: only the lines that may be of the run are taken apart.
  const wanted = run === null ? lines : lines.filter((line) => line.includes(run));
  return wanted.flatMap((line) => parseLine(line, keys)).filter((entry) => run === null || entry.run === run);
}

/** What a line's members are. */
export function membersOf({ project, collection, item, ...entry }: LedgerEntry, keys: FileKeys): object {
  const { formatVersion, at, run, event, endpoint, ...details } = entry;
  const names = namesAsMembers(keys, { project, collection, item });
  return { formatVersion, at, run, event, endpoint, ...names, ...details };
}

/** The entry that a line's members make; null where names, or what every line has, is missing or no text. */
export function entryOf(members: Readonly<Record<string, unknown>>, keys: FileKeys): LedgerEntry | null {
  const { [keys.project]: _, [keys.collection]: __, [keys.item]: ___, ...details } = members;
  const names = namesOfMembers(keys, members);
  const { at, run, event, endpoint } = members;
  if (names === null || ![at, run, event, endpoint].every((text) => typeof text === 'string')) return null;
  // The file is our own, one line of schemas/ledger.schema.json each.
  return { ...details, ...names } as unknown as LedgerEntry;
}

function parseLine(line: string, keys: FileKeys): LedgerEntry[] {
  try {
    const members: unknown = JSON.parse(line);
    const entry = isObject(members) ? entryOf(members, keys) : null;
    return entry === null ? [] : [entry];
  } catch {
    return [];
  }
}
