import pc from 'picocolors';

/** The variable in which the first process of a run tells those that Playwright starts that the user wants no colours. */
const NO_COLOURS = 'PLUGIN_CONFORMANCE_NO_COLOURS';

/**
 * Whether to print in colours: on a terminal, or where `FORCE_COLOR` asks for them; never with `NO_COLOR`, which wins, as
 * it does for Playwright, whose output stands beside.
 */
export function areColoursWanted(isTerminal: boolean): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = process.env;
  if (NO_COLOR !== '' || ['0', 'false'].includes(FORCE_COLOR)) return false;
  return FORCE_COLOR !== '' || (isTerminal && pc.isColorSupported);
}

/**
 * Says in another way what `NO_COLOR` says: Playwright sets `FORCE_COLOR` for each worker, and Node warns of a process
 * that has both. Called before the first worker is started.
 */
export function keepNoColorFromWorkers(): void {
  const { NO_COLOR = '' } = process.env;
  if (NO_COLOR === '') return;
  process.env[NO_COLOURS] = NO_COLOR;
  process.env['FORCE_COLOR'] = '0';
  // A Node warns of an empty one too.
  delete process.env['NO_COLOR'];
}

/** Says in a worker what the user said; what it starts is told the same. */
export function takeNoColorUp(): void {
  const asked = process.env[NO_COLOURS];
  if (asked === undefined) return;
  delete process.env['FORCE_COLOR'];
  process.env['NO_COLOR'] = asked;
}

/** The environment without the colours that Playwright forces on its workers, whatever the user asked for. */
export function unforcedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, FORCE_COLOR: undefined };
}
