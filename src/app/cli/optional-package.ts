import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../../engine/package-root.ts';
import { UsageError } from './usage-error.ts';

/** Throws a UsageError where a package is not installed that one command alone needs. */
export function requireOptional(name: string, command: string): void {
  const require = createRequire(import.meta.url);
  try {
    require.resolve(name);
  } catch {
    const { peerDependencies } = require(fileURLToPath(new URL('package.json', PACKAGE_ROOT)));
    throw new UsageError(
      `\`${command}\` needs the package \`${name}\`, which is not installed; right would be \`npm install --save-dev ${name}@${peerDependencies[name]}\`.`,
    );
  }
}
