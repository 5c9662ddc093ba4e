// Runs a suite that stands beside this file: Node 20 runs no TypeScript, so it is bundled first.
//
//   npm run suite -- notes [--deviation NAME]
//   npm run suite -- notes --list
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
// Below the package, so that it finds what is installed there, and the files that paths of the package lead to.
const outfile = join(here, '../../node_modules/.cache/suites/command.mjs');

await build({
  entryPoints: [join(here, 'command.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
