import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a file of npm's settings has this one: it is then in every script's environment. */
export function isInNpmrc(key: string, environment: Environment): boolean {
  const project = environment['npm_config_local_prefix'];
  const files = [
    ...(project === undefined ? [] : [join(project, '.npmrc')]),
    environment['npm_config_userconfig'],
    environment['npm_config_globalconfig'],
  ];
  return files.some((file) => file !== undefined && linesOf(file).some((line) => line.trim() === key));
}

/** What stands before each `=`. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.split('=')[0] ?? '');
  } catch {
    return [];
  }
}
