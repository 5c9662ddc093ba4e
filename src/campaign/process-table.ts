import { readFileSync } from 'node:fs';

/** What Linux tells of a process. */
export interface KnownProcess {
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Its terminal; 0: none. */
  readonly terminal: number;
}

/** Looks a process up; null where it is gone, or where the system has no `/proc`. */
export function known(pid: number): KnownProcess | null {
  // The name before the last bracket may hold blanks and brackets.
  const [, fields] = /^.*\) \S (.*)/s.exec(ofProcess(pid, 'stat')) ?? [];
  if (fields === undefined) return null;
  const [parent = 0, group = 0, session = 0, terminal = 0] = fields.split(' ').map(Number);
  return { parent, group, session, terminal };
}

/** The text of a file about a process; '' where there is none. */
export function ofProcess(pid: number, file: 'stat' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
