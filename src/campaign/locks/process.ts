import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells a process from any other, on this machine and elsewhere. */
export interface ProcessId {
  readonly host: string;
  readonly pid: number;
  /** The boot of the machine, its table of processes, and when after the boot the process began; null where the system does not tell (it is Linux that does). */
  readonly processStart: string | null;
}

/** This process. */
export function thisProcess(): ProcessId {
  return { host: hostname(), pid: process.pid, processStart: startOf(process.pid) };
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
  const ticks = statOf(String(pid))?.ticks;
  // The kernel tells programs of hundredths of a second, whatever it counts in itself.
  return ticks === undefined ? null : Number(ticks) * 10;
}

/** A number is given again: with the boot, the table that it is of, and the start it names one process. */
function startOf(pid: number): string | null {
  const table = processTable();
  const stat = table === null ? null : statOf(String(pid));
  return stat === null ? null : `${table} ${stat.ticks}`;
}

/** The table that numbers of processes are of here: each container has its own. Null where that is not told. */
function processTable(): string | null {
  try {
    // Where `/proc` is that of another table, numbers found there are of others.
    if (statOf('self')?.pid !== process.pid) return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Number and start of a process, by proc(5); null where it is over, or waits for nothing but to be taken note of. */
function statOf(pid: string): { readonly pid: number; readonly ticks: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may hold blanks and brackets: what follows is counted from its last one.
    const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields[18];
    return ticks === undefined || /[ZXx]/.test(state) ? null : { pid: Number.parseInt(text, 10), ticks };
  } catch {
    return null;
  }
}
