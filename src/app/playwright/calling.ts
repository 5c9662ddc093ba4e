import { basename } from 'node:path';

/**
 * What Playwright's command was called for: one `run`; a `list` of the tests; a `session` of UI mode or of an editor,
 * in which runs begin and end. Its `worker`s, and what loads files for it, read the same configuration.
 */
export type Calling = 'run' | 'list' | 'session' | 'worker';

/** What this process was started for, by its command line. */
export function callingOf([, script = '', command, ...options]: readonly string[]): Calling {
  if (/ProcessEntry\.js$/.test(basename(script))) return 'worker';
  // `test-server` is what editors call.
  if (command !== 'test' || options.some((option) => /^--ui(-host|-port)?(=|$)/.test(option)))
    return 'session';
  return options.includes('--list') ? 'list' : 'run';
}
