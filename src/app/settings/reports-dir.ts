import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { lookAt } from './dotenv-file.ts';

const NAME = 'CONFORMANCE_REPORTS_DIR';

/** Where reports are written, where no setting says it. */
export const REPORTS = 'reports';

/** Where the reports of an earlier run are, as far as that can be told where settings are wrong; an absolute path. */
export function reportsDirHere(): string {
  const directory = process.cwd();
  return resolve(directory, (process.env[NAME] ?? dotenvOf(directory)[NAME]) || REPORTS);
}

/** Where runs that begin in a folder may leave reports: the default, and what the environment or its `.env` names. */
export function reportsDirsNamed(folder: string): readonly string[] {
  const named = [process.env, dotenvOf(folder)].flatMap((source) => source[NAME] || []);
  return [REPORTS, ...named].map((dir) => resolve(folder, dir));
}

/** What a `.env` sets; nothing where it is none that can be read, of which a run tells. */
function dotenvOf(folder: string): Readonly<Record<string, string>> {
  try {
    const found = lookAt(join(folder, '.env'), '.env');
    return Buffer.isBuffer(found) ? parse(found) : {};
  } catch {
    return {};
  }
}
