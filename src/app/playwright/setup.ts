import type { FullConfig } from '@playwright/test';
import { callingOf } from './calling.ts';
import { refuseOddConfig } from './odd-options.ts';
import { beginHere } from './one-run.ts';
import { inertly } from './plain-error.ts';
import { beginSession } from './session.ts';

/** Begins the run, or the session in which runs begin; gives what ends it. */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  return inertly(async () => {
    refuseOddConfig(config);
    const end = callingOf(process.argv) === 'session' ? await beginSession() : await beginHere(config);
    return () => inertly(end);
  });
}
