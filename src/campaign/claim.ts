import { accessSync, constants, mkdirSync } from 'node:fs';
import { SettingsError } from '../settings/settings.ts';

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
