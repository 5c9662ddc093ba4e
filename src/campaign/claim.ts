import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Settings, SettingsError } from '../settings/settings.ts';

/** Makes the reports directory and the ledger's. Throws a SettingsError where one cannot be made or written to. */
export function claim({ reportsDir, ledger }: Settings): void {
  claimReports(reportsDir);
  claimLedger(ledger);
}

function claimLedger(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    throw new SettingsError([
      `\`CONFORMANCE_LEDGER\` is \`${file}\`, which cannot be written; right would be a file of your own.`,
    ]);
  }
}

function claimReports(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch {
    throw new SettingsError([
      `\`CONFORMANCE_REPORTS_DIR\` is \`${dir}\`, where nothing can be written; right would be a directory of your own.`,
    ]);
  }
}
