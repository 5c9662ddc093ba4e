import { readFileSync } from 'node:fs';

/** A process and the one that it came from, by their ids. */
export interface Descent {
  readonly child: number;
  readonly parent: number;
}

/** What Linux tells of a process. */
interface Known {
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Its terminal; 0: none. */
  readonly terminal: number;
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
  return process.ppid !== parent || !exists(parent);
}

function isTogether(above: Known, own: Known): boolean {
  return above.session === own.session && (own.terminal === 0 || above.group === own.group);
}

/** Whether `nohup` started the process; bash names in `_` what it starts. */
function isByNohup(child: number, parent: number): boolean {
  return isNamedNohup(child) && !isNamedNohup(parent);
}

function isNamedNohup(pid: number): boolean {
  return /(?:^|\0)_=(?:[^\0]*\/)?nohup\0/.test(readOrNothing(pid, 'environ'));
}

function known(pid: number): Known | null {
  // The name before the last bracket may hold blanks and brackets.
  const [, fields] = /^.*\) \S (.*)/s.exec(readOrNothing(pid, 'stat')) ?? [];
  if (fields === undefined) return null;
  const [parent = 0, group = 0, session = 0, terminal = 0] = fields.split(' ').map(Number);
  return { parent, group, session, terminal };
}

function readOrNothing(pid: number, file: 'stat' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Windows keeps the number of a parent that is gone. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
