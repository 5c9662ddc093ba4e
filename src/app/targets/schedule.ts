/** What decides which target may begin. */
export interface Scheduled {
  /** Runs in one pool never go on at once. */
  readonly pool: string;
  /** A host and its port. */
  readonly host: string;
}

/** How much may go on at once. */
export interface Limits {
  readonly jobs: number;
  /** By host; 1 where it has none. */
  readonly perHost: ReadonlyMap<string, number>;
}

/**
 * The target that is to begin next: of those that may, the one behind which the most work waits, since what has to go one
 * after the other decides when all is over; of equals the first. Null where none may begin.
 */
export function nextOf<T extends Scheduled>(
  waiting: readonly T[],
  running: readonly Scheduled[],
  limits: Limits,
): T | null {
  if (running.length >= limits.jobs) return null;
  const atHost = countedBy(running, ({ host }) => host);
  const pools = new Set(running.map(({ pool }) => pool));
  const behindHost = countedBy(waiting, ({ host }) => host);
  const behindPool = countedBy(waiting, ({ pool }) => pool);
  const most = ({ host }: Scheduled) => limits.perHost.get(host) ?? 1;
  const behind = (one: Scheduled) =>
    Math.max(behindPool.get(one.pool) ?? 0, (behindHost.get(one.host) ?? 0) / most(one));
  let next: T | null = null;
  for (const one of waiting) {
    if (pools.has(one.pool) || (atHost.get(one.host) ?? 0) >= most(one)) continue;
    if (next === null || behind(one) > behind(next)) next = one;
  }
  return next;
}

function countedBy(
  all: readonly Scheduled[],
  keyOf: (one: Scheduled) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

/**
 * Carries all of them out, as many at once as the limits allow. `carryOut` never rejects. Once the signal is aborted none
 * begins any more; `onLeft` is told of those.
 */
export async function carryOutAll<T extends Scheduled>(
  all: readonly T[],
  limits: Limits,
  {
    carryOut,
    onLeft,
    signal,
  }: {
    readonly carryOut: (one: T) => Promise<void>;
    readonly onLeft: (one: T) => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const waiting = [...all];
  const running = new Map<T, Promise<void>>();
  for (;;) {
    const next = signal.aborted ? null : nextOf(waiting, [...running.keys()], limits);
    if (next !== null) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(
        next,
        carryOut(next).then(() => void running.delete(next)),
      );
    } else if (running.size > 0) await Promise.race(running.values());
    else break;
  }
  for (const one of waiting) onLeft(one);
}
