import type { Settings } from '../../lifecycle/settings/settings.ts';
import { printError } from '../terminal/print.ts';

/** Whether a live endpoint was asked for and a mock answered. */
export function isMockInstead({ live }: Settings, isMock: boolean): boolean {
  return live && isMock;
}

/** Tells standard error that a mock answered in place of a live endpoint. */
export function tellMockInstead(): void {
  printError(
    '`--live` or `CONFORMANCE_LIVE` asks for a live endpoint, and the target is a mock by its `Server`; right would be a live endpoint in `MODELARTS_ENDPOINT`.',
  );
}
