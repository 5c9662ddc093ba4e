import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blocked, Evidence, Note, Withheld } from '../../engine/model/evidence.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { ReadItem } from '../../engine/model/resource.ts';
import { RUN_FOLDER as FOLDER } from '../../engine/report/file-names.ts';
import { markFolder } from '../../engine/report/own-files.ts';
import { writing } from '../../engine/unwritten.ts';
import { releaseLocks } from '../locks/run-locks.ts';
import type { RunFacts } from './plan.ts';
import { linesOf } from './run-lines.ts';
import {
  type ExchangeLine,
  exchangeLines,
  nothingShared,
  readExchangeLine,
  type SharedSoFar,
} from './shared-exchanges.ts';
import type { Earlier, State } from './state.ts';

export { TIDY } from './tidy-scenario.ts';

const FACTS = 'run.json';
const EVIDENCE = 'evidence.ndjson';
/** There as long as every file of the run could be written: to remove it needs no room on a full disk. */
const WHOLE = 'whole';

/** One line: the beginning of a scenario, an exchange, or the end. */
type Line =
  | { readonly begin: string }
  | ExchangeLine
  | {
      readonly scenario: string;
      readonly notes: readonly Note[];
      readonly withheld: readonly Withheld[];
      readonly blocked: Blocked | null;
      readonly state: State;
    };

/** What the processes of a run have written down so far. */
export interface Stored extends Earlier {
  /** The scenarios that began and did not end. */
  readonly cutOff: readonly string[];
}

/** Whether this process has claimed the directory. */
export function isOwn(dir: string): boolean {
  return readFacts(dir)?.pid === process.pid;
}

/** Begins what the processes of a run share; the run has the directory's lock. Throws an UnwrittenError. */
export function createStore(dir: string, facts: RunFacts): void {
  emptyStore(dir);
  shared.delete(dir);
  try {
    writing(join(dir, FOLDER, FACTS), () => {
      mkdirSync(join(dir, FOLDER), { recursive: true });
      markFolder(join(dir, FOLDER));
      writeFileSync(join(dir, FOLDER, EVIDENCE), '');
      writeFileSync(join(dir, FOLDER, WHOLE), '');
      writeFileSync(join(dir, FOLDER, FACTS), JSON.stringify(facts));
    });
  } catch (error) {
    emptyStore(dir);
    throw error;
  }
}

/** Tells the other processes of the run that one of its files could not be written. */
export function storeUnwritten(dir: string): void {
  rmSync(join(dir, FOLDER, WHOLE), { force: true });
}

/** Whether every file of the run could be written so far, in whichever process. */
export function isWhole(dir: string): boolean {
  return existsSync(join(dir, FOLDER, WHOLE));
}

/** The facts of the run under way; null where there is none. */
export function readFacts(dir: string): RunFacts | null {
  try {
    // Written by createStore.
    return JSON.parse(readFileSync(join(dir, FOLDER, FACTS), 'utf8')) as RunFacts;
  } catch {
    return null;
  }
}

/** A file that the processes of a run share. */
export function runFile(dir: string, name: string): string {
  return join(dir, FOLDER, name);
}

/** Writes down that a scenario has begun. */
export function storeBegin(dir: string, scenario: string): void {
  append(dir, { begin: scenario });
}

/** What the file of a directory held when this process last read it, and what it wrote since. */
const shared = new Map<string, SharedSoFar>();

/** Writes an exchange down as soon as it is over. */
export function storeExchange(dir: string, exchange: Exchange): void {
  const known = shared.get(dir) ?? nothingShared();
  shared.set(dir, known);
  for (const line of exchangeLines(exchange, known)) append(dir, line);
}

/** Writes down that a scenario has ended, and what the next needs to know. */
export function storeEnd(dir: string, { scenario, notes, withheld, blocked }: Evidence, state: State): void {
  append(dir, { scenario, notes, withheld, blocked, state });
}

/** Reads what was written down; a scenario without an end was cut off. */
export function readStore(dir: string, readItem: ReadItem): Stored {
  const evidence = new Map<string, Evidence>();
  const open = new Set<string>();
  let state: State | null = null;
  const known = nothingShared();
  shared.set(dir, known);
  for (const text of linesOf(join(dir, FOLDER, EVIDENCE))) {
    const line = text === '' ? null : parsed(text);
    if (line === null) continue;
    if ('begin' in line) {
      const begun = { exchanges: [], notes: [], withheld: [], blocked: CUT_OFF };
      evidence.set(line.begin, { scenario: line.begin, ...begun });
      open.add(line.begin);
      continue;
    }
    if ('exchange' in line || 'items' in line) {
      const exchange = readExchangeLine(line, known, readItem);
      const { scenario = '' } = exchange ?? {};
      const begun = evidence.get(scenario);
      if (exchange !== null && begun !== undefined)
        evidence.set(scenario, { ...begun, exchanges: [...begun.exchanges, exchange] });
      continue;
    }
    const { scenario, notes, withheld, blocked } = line;
    const begun = evidence.get(scenario);
    if (begun === undefined) continue;
    evidence.set(scenario, { ...begun, notes, withheld, blocked });
    open.delete(scenario);
    state = line.state;
  }
  return { evidence: [...evidence.values()], state, cutOff: [...open] };
}

/** Frees what this process knows of what was written down. */
export function forgetStored(dir: string): void {
  shared.delete(dir);
}

/** Removes what the processes of the run shared, and lets go of its locks. */
export function removeStore(dir: string): void {
  try {
    emptyStore(dir);
  } finally {
    releaseLocks(dir);
  }
}

function emptyStore(dir: string): void {
  rmSync(join(dir, FOLDER), { recursive: true, force: true });
}

const CUT_OFF: Blocked = {
  cause: 'The scenario was cut off before its end.',
  tried: 'What was recorded until then is kept.',
  remedy: 'Run again.',
  endsRun: false,
};

function append(dir: string, line: Line): void {
  const file = join(dir, FOLDER, EVIDENCE);
  // A line begins on its own line, also after one that was left unfinished.
  writing(file, () => appendFileSync(file, `\n${JSON.stringify(line)}\n`));
}

/** A line of `append`; null for one that a process left unfinished when it was killed. */
function parsed(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}
