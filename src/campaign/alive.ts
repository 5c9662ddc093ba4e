import { hostname } from 'node:os';
import type { Leftover } from '../target/leftovers.ts';

/** Whether a process of this machine is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether the run that left something is over, as far as this machine can tell. */
export function isOver({ host, pid }: Pick<Leftover, 'host' | 'pid'>): boolean {
  return host !== hostname() || pid === null || pid === process.pid || !isAlive(pid);
}
