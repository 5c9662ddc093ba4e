import { readFileSync } from 'node:fs';

/** So many files this process has open itself, at most, also while it starts another. */
const OWN = 40;

/** As many has each process that it started: what that writes on standard output, and on standard error. */
const OF_EACH = 2;

/** As many processes as there may be at once by the limit of open files, at least one; without end where it is not known. */
export function roomForProcesses(): number {
  const limit = openFilesLimit();
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor((limit - OWN) / OF_EACH));
}

/** By Linux's own table; null elsewhere, and where there is none. */
function openFilesLimit(): number | null {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return soft === undefined ? null : Number(soft);
  } catch {
    return null;
  }
}
