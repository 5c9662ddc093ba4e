import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { FileKeys, Names } from '../engine/model/resource.ts';
import { UnwrittenError, writing } from '../engine/unwritten.ts';
import { type LedgerEntry, membersOf, readLedger } from './ledger-lines.ts';

/** The time in which a request that gets no answer may make something. */
export interface Window {
  /** When it was about to be sent, by the target's clock as far as that is known: RFC 3339, the earliest that it can be. */
  readonly since: string;
  /** How long after that it is waited for at most, in milliseconds. */
  readonly limitMs: number;
}

/** What is written down of an install before it is sent: by these an instance is known that the run never saw. */
export interface Intent extends Window {
  /** How long the install may take, in milliseconds. */
  readonly settleTimeoutMs: number;
  /** The version that was set; null for none. */
  readonly version: string | null;
  /** The inputs that were set, as `inputHashes` gives them; [] for none. */
  readonly inputs: readonly string[];
}

/** A request that may have put another instance in the place of the run's own. */
export interface Replacement {
  /** When it was sent, by the target's clock, RFC 3339. */
  readonly since: string;
  /** How long that may take, in milliseconds. */
  readonly settleTimeoutMs: number;
}

/** Of the lines that are written; earlier ones have no version. */
export const FORMAT_VERSION = 2;

/** No line speaks of a longer time, in milliseconds: a day. */
const LONGEST_MS = 86_400_000;

/** What tells an instance from another of its name, as far as it is known. */
export interface Known {
  readonly creationTimestamp: string | null;
  readonly name: string | null;
}

/** What a run writes down before it does it. A line that cannot be written throws an UnwrittenError. */
export interface Ledger {
  /** Appends one line and returns once it is on the disk. */
  readonly write: (
    event: Exclude<
      LedgerEntry['event'],
      'install-intended' | 'install-again' | 'install-accepted' | 'may-be-replaced'
    >,
    instance?: Known,
  ) => void;
  /** The same for an install that is about to be sent. */
  readonly intend: (intent: Intent) => void;
  /** The same for an install that is about to be sent again: from when on until when the tries may have made something. */
  readonly intendAgain: (tries: Window) => void;
  /** The same for an install that was accepted; when, by the target's clock, RFC 3339. */
  readonly accept: (installedAt: string) => void;
  /** The same for a request that may have put another instance in the place of the run's own. */
  readonly mayBeReplaced: (by: Replacement) => void;
  /** The lines of this run and this resource, oldest first. */
  readonly ofRun: () => readonly LedgerEntry[];
}

/** The run that a ledger is opened for, and the resource that it installs and deletes. */
export interface LedgerOwner extends Names {
  /** What the lines call the names. */
  readonly keys: FileKeys;
  readonly run: string;
  readonly pid: number;
  readonly processStart: string | null;
  readonly inReports: boolean;
  readonly endpoint: string;
  readonly mock: boolean;
}

/** What happened and could not be written down, by file: whoever opens it again in this process knows it nevertheless. */
const unwritten = new Map<string, LedgerEntry[]>();

/**
 * Opens the ledger for one run against one resource; the file is only ever appended to. It is read once: whoever else
 * writes of the same run is over. `onUnwritten` is told of a line that could not be written; without it that is thrown.
 */
export function openLedger(
  file: string,
  owner: LedgerOwner,
  onUnwritten?: (error: UnwrittenError) => void,
): Ledger {
  const kept = (unwritten.get(file) ?? []).filter(({ run }) => run === owner.run);
  return ledgerOf(owner, [...readLedger(file, owner.keys, owner.run), ...kept], (entry) => {
    try {
      append(file, `${JSON.stringify(membersOf(entry, owner.keys))}\n`);
    } catch (error) {
      // An install is not sent unless it is written down.
      if (!(error instanceof UnwrittenError) || entry.event === 'install-intended') throw error;
      unwritten.set(file, [...(unwritten.get(file) ?? []), entry]);
      if (onUnwritten === undefined) throw error;
      onUnwritten(error);
    }
  });
}

/** A ledger that is forgotten with the process, where nothing is sent. */
export function ledgerInMemory(owner: LedgerOwner): Ledger {
  return ledgerOf(owner, [], () => undefined);
}

function ledgerOf(
  owner: LedgerOwner,
  before: readonly LedgerEntry[],
  keep: (entry: LedgerEntry) => void,
): Ledger {
  const { run, endpoint, project, collection, item, mock, pid, processStart, inReports } = owner;
  const entries = [...before];
  const write = (event: LedgerEntry['event'], details: Partial<LedgerEntry>) => {
    const at = new Date().toISOString();
    const about = { at, run, event, endpoint, project, collection, item };
    const entry = { formatVersion: FORMAT_VERSION, ...about, ...details, ...(mock ? { mock } : {}) };
    keep(entry);
    entries.push(entry);
  };
  return {
    write: (event, instance) =>
      write(event, {
        ...(instance?.creationTimestamp ? { creationTimestamp: instance.creationTimestamp } : {}),
        ...(instance?.name ? { name: instance.name } : {}),
      }),
    intend: ({ version, settleTimeoutMs, ...intent }) =>
      write('install-intended', {
        ...(version === null ? {} : { version }),
        ...intent,
        settleTimeoutMs: Math.min(settleTimeoutMs, LONGEST_MS),
        host: hostname(),
        pid,
        ...(processStart === null ? {} : { processStart }),
        ...(inReports ? { inReports } : {}),
      }),
    intendAgain: (tries) => write('install-again', { ...tries }),
    accept: (installedAt) => write('install-accepted', { installedAt }),
    mayBeReplaced: ({ since, settleTimeoutMs }) =>
      write('may-be-replaced', { since, settleTimeoutMs: Math.min(settleTimeoutMs, LONGEST_MS) }),
    ofRun: () => entries,
  };
}

function append(file: string, line: string): void {
  writing(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, 'a+', 0o600);
    try {
      // A line begins on its own line, also after one that was left unfinished.
      writeAll(handle, Buffer.from(endsUnfinished(handle) ? `\n${line}` : line));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** One call may write a part: the next one says why. */
function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    const written = writeSync(handle, bytes, at);
    if (written === 0) throw new Error('nothing more was taken');
    at += written;
  }
}

/** A ledger grows over the years: only its last byte is read. */
function endsUnfinished(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
}
