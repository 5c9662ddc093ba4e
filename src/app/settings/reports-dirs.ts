import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { lookAt } from './dotenv-file.ts';

/** Where runs that begin in a folder may leave reports: the default, and what the environment or its `.env` names. */
export function reportsDirsNamed(folder: string): readonly string[] {
  const named = [process.env, dotenvOf(folder)].flatMap((source) => source['CONFORMANCE_REPORTS_DIR'] || []);
  return ['reports', ...named].map((dir) => resolve(folder, dir));
}

/** What a `.env` sets; nothing where it is none that can be read, of which a run will tell. */
function dotenvOf(folder: string): Readonly<Record<string, string>> {
  try {
    const found = lookAt(join(folder, '.env'), '.env');
    return Buffer.isBuffer(found) ? parse(found) : {};
  } catch {
    return {};
  }
}
