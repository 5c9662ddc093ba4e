import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';

/**
 * The colours for a stream: those of a terminal, or where `FORCE_COLOR` asks for them; none with `NO_COLOR`, which
 * wins, as it does for Playwright, whose output stands beside.
 */
export function coloursFor({ isTTY }: Pick<NodeJS.WriteStream, 'isTTY'>): Colors {
  const { NO_COLOR = '', FORCE_COLOR = '' } = process.env;
  if (NO_COLOR !== '' || ['0', 'false'].includes(FORCE_COLOR)) return pc.createColors(false);
  return pc.createColors(FORCE_COLOR !== '' || (isTTY === true && pc.isColorSupported));
}

/** The environment without the colours that Playwright forces on its workers, whatever the user asked for. */
export function unforcedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, FORCE_COLOR: undefined };
}
