import { type LedgerEntry, readLedger as read } from '../src/lifecycle/ledger-lines.ts';
import { resource } from '../src/suites/modelarts-plugins/resource.ts';

/** The whole lines of a ledger of this suite. */
export function readLedger(file: string): readonly LedgerEntry[] {
  return read(file, resource.keys);
}
