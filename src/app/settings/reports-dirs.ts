import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { lookAt } from './dotenv-file.ts';

/** Where runs that begin in a folder may leave reports: the default, and what the environment or its `.env` names. */
export function reportsDirsNamed(folder: string): readonly string[] {
  const dotenv = lookAt(join(folder, '.env'), '.env');
  const fromFile = Buffer.isBuffer(dotenv) ? parse(dotenv) : {};
  const named = [process.env, fromFile].flatMap((source) => source['CONFORMANCE_REPORTS_DIR'] || []);
  return ['reports', ...named].map((dir) => resolve(folder, dir));
}
