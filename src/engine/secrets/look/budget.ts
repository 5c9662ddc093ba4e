import { createHash } from 'node:crypto';

const MIB = 1024 * 1024;

/** So many bytes a run unpacks beyond those that are free, in search of secrets. */
const MOST_BYTES = 128 * MIB;

/** So long a run unpacks, in milliseconds. */
const MOST_MS = 15_000;

/** So many bytes of one body, or one file, may be beyond those that are free. */
const MOST_OF_ONE = 8 * MIB;

/** Free is what unpacks to so many times as much, up to so many bytes: what is packed to be sent, not to do harm. */
const FREE = { times: 16, bytes: 16 * MIB, least: 64 * 1024 };

/** What a run may spend on unpacking: one for all that it receives and writes. */
export interface Budget {
  bytes: number;
  ms: number;
  /** What was paid for: the same body comes again and again. */
  readonly paid: Set<string>;
}

/** The budget of a run that begins. */
export function openBudget(): Budget {
  return { bytes: MOST_BYTES, ms: MOST_MS, paid: new Set() };
}

/** What may be spent on one body or file. */
export class Allowance {
  readonly #budget: Budget;
  #free: number;
  #more = MOST_OF_ONE;

  /** `length`: its bytes. */
  constructor(budget: Budget, length: number) {
    this.#budget = budget;
    this.#free = Math.max(FREE.least, Math.min(length * FREE.times, FREE.bytes));
  }

  /** More bytes of it came. */
  grow(length: number): void {
    this.#free += length * FREE.times;
  }

  /** As many bytes as may come out of what is unpacked next. */
  most(packed: Uint8Array): number {
    const { bytes, ms } = this.#budget;
    if (ms <= 0) return Math.min(this.#free, FREE.least);
    if (this.#free > MOST_OF_ONE) return this.#free;
    return this.#free + (this.#isPaid(packed) ? this.#more : Math.min(this.#more, bytes));
  }

  /** Pays for what was unpacked in so many milliseconds; what comes piece by piece is `null`. */
  pay(packed: Uint8Array | null, bytes: number, ms: number): void {
    const beyond = Math.max(0, bytes - this.#free);
    this.#free -= bytes - beyond;
    this.#more -= beyond;
    this.#budget.ms -= ms;
    if (beyond === 0 || (packed !== null && this.#isPaid(packed))) return;
    this.#budget.bytes -= beyond;
    if (packed !== null) this.#budget.paid.add(hashOf(packed));
  }

  #isPaid(packed: Uint8Array): boolean {
    return this.#budget.paid.size > 0 && this.#budget.paid.has(hashOf(packed));
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64');
}
