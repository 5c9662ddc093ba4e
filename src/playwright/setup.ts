import type { FullConfig } from '@playwright/test';
import { callingOf } from './calling.ts';
import { refuseOddConfig } from './odd-options.ts';
import { beginHere } from './one-run.ts';
import { beginSession } from './session.ts';

/** Begins the run, or the session in which runs begin; gives what ends it. */
export default function setUp(config: FullConfig): Promise<() => Promise<void>> {
  refuseOddConfig(config);
  return callingOf(process.argv) === 'session' ? beginSession() : beginHere(config);
}
