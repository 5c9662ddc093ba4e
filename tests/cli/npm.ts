import { spawn } from 'node:child_process';
import { type Ended, NEEDED, running } from './command.ts';
import type { ProjectCopy } from './project-copy.ts';

/** Runs npm in a copy of the project, with a `.npmrc` of the test's own in place of the developer's. */
export function npm(
  { path }: Pick<ProjectCopy, 'path'>,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn('npm', args, {
    cwd: path('.'),
    env: {
      ...NEEDED,
      npm_config_userconfig: path('.npmrc-of-mine'),
      npm_config_update_notifier: 'false',
      ...environment,
    },
  });
  return running(child).ended;
}
