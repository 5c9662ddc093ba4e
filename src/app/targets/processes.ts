import { onInterrupt } from '../run/interrupt.ts';
import { type Ended, type Started, start } from './start.ts';
import type { Variables } from './target-environment.ts';

/** The processes that this one has started for its targets. */
export interface Processes {
  /** Aborted once none is to begin any more. */
  readonly signal: AbortSignal;
  /** Carries a command out in a process of its own; never rejects. */
  readonly carryOut: (
    args: readonly string[],
    environment: Variables,
    onLine?: (line: string) => void,
  ) => Promise<Ended>;
}

/** Hands whatever interrupts this process on to those that it starts, and says so; a second signal ends all at once. */
export function openProcesses(message: string): Processes {
  const interrupt = new AbortController();
  const going = new Set<Started>();
  let last: NodeJS.Signals = 'SIGTERM';
  const handOn = () => {
    for (const one of going) one.kill(last);
  };
  onInterrupt((signal) => {
    last = signal;
    interrupt.abort();
    handOn();
  }, message);
  // None is left behind where this one ends before them.
  process.on('exit', handOn);
  return {
    signal: interrupt.signal,
    carryOut: async (args, environment, onLine) => {
      const one = start(args, environment, onLine);
      going.add(one);
      const ended = await one.ended;
      going.delete(one);
      return ended;
    },
  };
}
