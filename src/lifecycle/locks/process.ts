import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { type KnownProcess, known } from './process-table.ts';

/** What tells a process from any other, on this machine and elsewhere. */
export interface ProcessId {
  readonly host: string;
  readonly pid: number;
  /** The boot of the machine, its table of processes, and when after the boot the process began; null where the system does not tell (it is Linux that does). */
  readonly processStart: string | null;
}

/** When this process began, which the system is asked once; null before. */
let own: Pick<ProcessId, 'processStart'> | null = null;

/** This process. */
export function thisProcess(): ProcessId {
  own ??= { processStart: startOf(process.pid) };
  return { host: hostname(), pid: process.pid, ...own };
}

/** Whether two are one process. */
export function isSameProcess(one: ProcessId, other: ProcessId): boolean {
  return one.host === other.host && one.pid === other.pid && one.processStart === other.processStart;
}

/** Whether a process runs, a stopped one too; null where its number says nothing here, because it is of another machine, container or boot. */
export function isRunning({ host, pid, processStart }: ProcessId): boolean | null {
  const table = processTable();
  if (table === null || processStart === null || host !== hostname()) return null;
  if (!processStart.startsWith(`${table} `)) return null;
  return startOf(pid) === processStart;
}

/** The boot of the machine that a process began in; null where that is not told. */
export function bootOf({ processStart }: Pick<ProcessId, 'processStart'>): string | null {
  return processStart?.split(' ')[0] ?? null;
}

/** When a process of this machine began, in milliseconds since the boot; null where there is none, or that is not told. */
export function beganAfterBootMs(pid: number): number | null {
  const ticks = runningOf(pid)?.ticks;
  // The kernel tells programs of hundredths of a second, whatever it counts in itself.
  return ticks === undefined ? null : Number(ticks) * 10;
}

/** A number is given again: with the boot, the table that it is of, and the start it names one process. */
function startOf(pid: number): string | null {
  const table = processTable();
  const stat = table === null ? null : runningOf(pid);
  return stat === null ? null : `${table} ${stat.ticks}`;
}

/** The table that numbers of processes are of here: each container has its own. Null where that is not told. */
function processTable(): string | null {
  try {
    // Where `/proc` is that of another table, numbers found there are of others.
    if (runningOf('self')?.pid !== process.pid) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** A process of this machine that runs; null where there is none, or that is not told. */
function runningOf(pid: number | 'self'): KnownProcess | null {
  const found = known(pid);
  return found?.runs === true ? found : null;
}
