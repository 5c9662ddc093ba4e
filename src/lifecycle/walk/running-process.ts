import { hostname, uptime } from 'node:os';
import { dirname } from 'node:path';
import type { Leftover } from '../leftovers.ts';
import { locksAt } from '../locks/lock-file.ts';
import { collectionPlace, directoryPlace } from '../locks/places.ts';
import { beganAfterBootMs, isRunning, isSameProcess, thisProcess } from '../locks/process.ts';
import { exists } from '../locks/process-table.ts';
import { SILENCE_MS, signsOf, stateBy } from '../locks/state.ts';

/** An install, what is asked of it, its deletion, and tidying up: each takes a settle time at most. */
const SETTLE_TIMES = 4;

/** What tells whether the run that left something is over. */
type Left = Pick<
  Leftover,
  | 'host'
  | 'pid'
  | 'processStart'
  | 'inReports'
  | 'at'
  | 'settleTimeoutMs'
  | 'endpoint'
  | 'project'
  | 'collection'
>;

/**
 * Whether the run that left something, by that ledger, may still be under way: the process says where it is one of
 * this machine, else the run's lock; where neither is to be seen, a run of another machine is over once the times that
 * it may take have passed.
 */
export function isUnderWay(left: Left, ledger: string): boolean {
  const { host, pid, processStart, at } = left;
  // The ledgers of the first runs did not say whose they were.
  if (host === null || pid === null) return false;
  const id = { host, pid, processStart };
  if (isSameProcess(id, thisProcess())) return false;
  const running = isRunning(id);
  if (running !== null) return running;
  if (processStart === null && host === hostname()) return pid !== process.pid && isAlive(pid, at);
  const locks = [...locksAt(directoryPlace(dirname(ledger))), ...locksAt(collectionPlace(left))];
  const own = locks.filter(({ content }) => content === null || isSameProcess(content, id));
  const states = own.map((lock) => stateBy(signsOf(lock)));
  if (states.includes('held')) return true;
  if (states.includes('over')) return false;
  // Its lock would stand beside the ledger.
  if (left.inReports) return false;
  return Date.now() < Date.parse(at) + SETTLE_TIMES * left.settleTimeoutMs + SILENCE_MS;
}

/** Whether a process of this machine that was alive at that time (RFC 3339) may be so still: a number is given again, after a restart for one. */
export function isAlive(pid: number, at: string): boolean {
  const bootedAt = Date.now() - uptime() * 1000;
  const began = beganAfterBootMs(pid);
  if (Date.parse(at) < bootedAt || (began !== null && Date.parse(at) < bootedAt + began)) return false;
  return exists(pid);
}
