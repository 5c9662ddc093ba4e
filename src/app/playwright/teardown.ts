/** How the end of a run is kept together. */
export interface Teardown {
  /** Carries the steps through, whatever signal comes meanwhile; Playwright hears of it once they are over. */
  readonly carryThrough: (steps: () => Promise<void>) => Promise<void>;
  /** Tells Playwright to end the tests: on SIGINT it runs the teardown, on other signals it ends at once. */
  readonly endTests: (signal: NodeJS.Signals) => void;
}

/** Called before anything of the suite's own listens for SIGINT: whoever does so then is Playwright, which abandons a teardown where one comes. */
export function openTeardown(): Teardown {
  const theirs = process.listeners('SIGINT');
  let isUnderWay = false;
  let isInterrupted = false;
  return {
    endTests: (signal) => {
      if (isUnderWay) isInterrupted = true;
      else if (signal !== 'SIGINT') process.kill(process.pid, 'SIGINT');
    },
    carryThrough: async (steps) => {
      isUnderWay = true;
      for (const listener of theirs) process.off('SIGINT', listener);
      try {
        await steps();
      } finally {
        for (const listener of theirs) process.on('SIGINT', listener);
        if (isInterrupted) for (const listener of theirs) listener('SIGINT');
      }
    },
  };
}
