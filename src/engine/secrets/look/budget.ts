import { createHash } from 'node:crypto';
import type { Held, Packing } from './found.ts';

const MIB = 1024 * 1024;

/** What a run may spend on what it receives: bytes unpacked beyond those that are free, milliseconds, and such bytes of one body. */
const OF_RUN = { bytes: 32 * MIB, ms: 5000, ofOne: 8 * MIB };

/** What was let pass stands in so many files, wrapped once more by whoever wrote them. */
const FILES = 8;

/** Free is what unpacks to so many times as much, up to so many bytes: what is packed to be sent, not to do harm. */
const FREE = { times: 16, bytes: 16 * MIB, least: 64 * 1024 };

/** More bytes are not unpacked into memory at once. */
const AT_ONCE = 32 * MIB;

/** A try costs as many bytes at least: most of what begins as an archive does is none. */
const LEAST_OF_TRY = 4096;

/** What may be spent on unpacking in search of secrets: one for all that a run receives. */
export interface Budget {
  /** Left of the bytes that are unpacked beyond those that are free. */
  bytes: number;
  /** Left of the time, in milliseconds. */
  ms: number;
  /** So many bytes of one body, or one file, may be beyond those that are free. */
  readonly ofOne: number;
  /** What archives that cost more than is free were found to hold: the same body comes again and again. */
  readonly found: Map<string, Held | null>;
}

/** The budget of a run that begins. */
export function openBudget(): Budget {
  return { ...OF_RUN, found: new Map() };
}

/** The budget of a look through the files that a run wrote: what was let pass on the way is no fault in them. */
export function budgetOfFiles({ found }: Pick<Budget, 'found'> = openBudget()): Budget {
  const bytes = FILES * OF_RUN.bytes;
  return { bytes, ms: FILES * OF_RUN.ms, ofOne: bytes, found };
}

/** What may be spent on one body or file. */
export class Allowance {
  readonly #budget: Budget;
  #free: number;
  #more: number;
  /** When the time was charged last; null while none is. */
  #since: number | null = null;

  /** `length`: its bytes. */
  constructor(budget: Budget, length: number) {
    this.#budget = budget;
    this.#free = Math.max(FREE.least, Math.min(length * FREE.times, FREE.bytes));
    this.#more = budget.ofOne;
  }

  /** More bytes of it came. */
  grow(length: number): void {
    this.#free += length * FREE.times;
  }

  /** As many bytes as may come out of what is unpacked next. */
  most(): number {
    const { bytes, ms } = this.#budget;
    const free = ms <= 0 ? Math.min(this.#free, FREE.least) : this.#free;
    const more = ms <= 0 ? 0 : Math.max(0, Math.min(this.#more, bytes));
    return Math.min(free + more, AT_ONCE);
  }

  /** Pays for what was unpacked; gives how many of the bytes were not free. */
  pay(bytes: number): number {
    const cost = Math.max(bytes, LEAST_OF_TRY);
    const beyond = Math.max(0, cost - this.#free);
    this.#free -= cost - beyond;
    this.#more -= beyond;
    this.#budget.bytes -= beyond;
    return beyond;
  }

  /** Acts, and pays for the time that it took. */
  timed<Result>(act: () => Result): Result {
    const isOutermost = this.#since === null;
    this.#charge();
    try {
      return act();
    } finally {
      this.#charge();
      if (isOutermost) this.#since = null;
    }
  }

  #charge(): void {
    const now = performance.now();
    this.#budget.ms -= now - (this.#since ?? now);
    this.#since = now;
  }
}

/** What an archive is known by, under what is looked for in it. */
export function nameOf(packed: Uint8Array, packing: Packing, sought: string): string {
  return `${sought} ${packing} ${createHash('sha256').update(packed).digest('base64')}`;
}
