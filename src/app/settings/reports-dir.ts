import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { readDotenv } from './dotenv-file.ts';

/** Where reports are written, where no setting says it. */
export const REPORTS = 'reports';

/** Where the reports of an earlier run are, as far as that can be told where settings are wrong; an absolute path. */
export function reportsDirHere(): string {
  const directory = process.cwd();
  const named = process.env['CONFORMANCE_REPORTS_DIR'] ?? inDotenv(directory)['CONFORMANCE_REPORTS_DIR'];
  return resolve(directory, named || REPORTS);
}

function inDotenv(directory: string): Readonly<Record<string, string>> {
  try {
    return parse(readDotenv(directory) ?? '');
  } catch {
    // That it cannot be read is what is wrong with the settings, and has been told.
    return {};
  }
}
