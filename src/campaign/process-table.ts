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
  const text = ofProcess(pid, 'stat');
  // The name before the last bracket may hold blanks and brackets; a letter for the state follows.
  const fields = text.slice(text.lastIndexOf(')') + 4);
  if (fields === '') return null;
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
