import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError } from '../settings/settings.ts';

/** Makes the folder of the ledger. Throws a SettingsError where nothing can be appended to it. */
export function claimLedger(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    throw new SettingsError([
      `\`CONFORMANCE_LEDGER\` is \`${file}\`, which cannot be written; right would be a file of your own.`,
    ]);
  }
}

/** Makes the reports directory. Throws a SettingsError where that cannot be done, or nothing can be written there. */
export function claim(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch {
    throw new SettingsError([
      `\`CONFORMANCE_REPORTS_DIR\` is \`${dir}\`, where nothing can be written; right would be a directory of your own.`,
    ]);
  }
}
