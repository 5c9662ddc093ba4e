import pc from 'picocolors';

/**
 * Whether to print in colours: on a terminal, or where `FORCE_COLOR` asks for them; never with `NO_COLOR`, which wins, as
 * it does for Playwright, whose output stands beside.
 */
export function areColoursWanted(isTerminal: boolean): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = process.env;
  if (NO_COLOR !== '' || ['0', 'false'].includes(FORCE_COLOR)) return false;
  return FORCE_COLOR !== '' || (isTerminal && pc.isColorSupported);
}

/** The environment without the colours that Playwright forces on its workers, whatever the user asked for. */
export function unforcedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, FORCE_COLOR: undefined };
}
