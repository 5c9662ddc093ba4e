import { basename } from 'node:path';
import { exists, type KnownProcess, known, ofProcess } from '../../lifecycle/locks/process-table.ts';

/** A process and the one that it came from, by their ids. */
export interface Descent {
  readonly child: number;
  readonly parent: number;
}

/**
 * The processes that this one was started through, the nearest first, as far up as they belong together: `setsid` and
 * `nohup` begin anew, and so does each job of a shell at a terminal, which tells its jobs itself when it is closed.
 * Where the system has no `/proc`, the parent alone.
 */
export function descent(): readonly Descent[] {
  const own = known(process.pid);
  if (own === null) return [{ child: process.pid, parent: process.ppid }];
  const found: Descent[] = [];
  for (let child = process.pid, { parent } = own; ; ) {
    const above = known(parent);
    if (above === null || !isTogether(above, own) || isByNohup(child, parent)) return found;
    found.push({ child, parent });
    [child, parent] = [parent, above.parent];
  }
}

/** Whether a process has lost the one that it came from; the system gives it another one then. */
export function isOrphaned({ child, parent }: Descent): boolean {
  if (child !== process.pid) return known(child)?.parent !== parent;
  // Windows keeps the number of a parent that is gone.
  return process.ppid !== parent || !exists(parent);
}

function isTogether(above: KnownProcess, own: KnownProcess): boolean {
  return above.session === own.session && (own.terminal === 0 || above.group === own.group);
}

/** Whether `nohup` started the process; bash names in `_` what it starts. */
function isByNohup(child: number, parent: number): boolean {
  return isNamedNohup(child) && !isNamedNohup(parent);
}

function isNamedNohup(pid: number): boolean {
  const named = ofProcess(pid, 'environ')
    .split('\0')
    .find((one) => one.startsWith('_='));
  return named !== undefined && basename(named.slice(2)) === 'nohup';
}
