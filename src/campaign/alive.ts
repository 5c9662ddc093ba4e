import { hostname, uptime } from 'node:os';
import type { Leftover } from '../target/leftovers.ts';

/** Whether a process of this machine that was alive at that time (RFC 3339) may be so still: a number is given again after a restart. */
export function isAlive(pid: number, at: string): boolean {
  if (Date.parse(at) < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether the run that left something is over, as far as this machine can tell. */
export function isOver({ host, pid, at }: Pick<Leftover, 'host' | 'pid' | 'at'>): boolean {
  return host !== hostname() || pid === null || pid === process.pid || !isAlive(pid, at);
}
