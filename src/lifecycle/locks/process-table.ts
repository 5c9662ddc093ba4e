import { readFileSync } from 'node:fs';

/** What Linux tells of a process. */
export interface KnownProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Its terminal; 0: none. */
  readonly terminal: number;
  /** When it began, in hundredths of a second since the boot. */
  readonly ticks: string;
  /** False where it is over, or waits for nothing but to be taken note of. */
  readonly runs: boolean;
}

/** Looks a process up, by proc(5); null where it is gone, or where the system has no `/proc`. */
export function known(pid: number | 'self'): KnownProcess | null {
  const text = ofProcess(pid, 'stat');
  // The name of the program may hold blanks and brackets: what follows is counted from its last one.
  const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields[18];
  if (ticks === undefined) return null;
  const [parent = 0, group = 0, session = 0, terminal = 0] = fields.map(Number);
  const runs = !['Z', 'X', 'x'].includes(state);
  return { pid: Number.parseInt(text, 10), parent, group, session, terminal, ticks, runs };
}

/** The text of a file about a process; '' where there is none. */
export function ofProcess(pid: number | 'self', file: 'stat' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** Whether there is a process of this number, whoever's. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
