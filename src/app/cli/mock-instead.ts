import type { Settings } from '../../lifecycle/settings/settings.ts';
import { printError } from '../terminal/print.ts';

/** Whether a live endpoint was asked for and a mock answered, which standard error is told. */
export function isMockInstead({ live }: Settings, isMock: boolean): boolean {
  if (!live || !isMock) return false;
  printError(
    '`--live` or `CONFORMANCE_LIVE` asks for a live endpoint, and the target is a mock by its `Server`; right would be a live endpoint in `MODELARTS_ENDPOINT`.',
  );
  return true;
}
