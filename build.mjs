// Builds the command line, and what Playwright loads of the suite, into dist/: few files, because a process that
// starts from 200 small ones takes half as long again. Every file stands one folder deep in dist/, as its source does
// in src/, so that paths relative to a file mean the same in both.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeOwnTexts } from './own-texts.mjs';

const options = {
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // Loaded only where they are needed, or the same instance for everyone who loads them.
  external: [
    '@playwright/test',
    '@seriousme/openapi-schema-validator',
    'ajv',
    'https-proxy-agent',
    'yaml',
    '#suite/*',
    '#command/*',
  ],
  // For the CommonJS packages among those that are bundled.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  // A quarter of the text is white space, and a process reads all of it.
  minifyWhitespace: true,
  minifySyntax: true,
  // What Node shows of a fault is its line.
  lineLimit: 160,
  // Nothing reads them but the measuring of coverage: Node looks for them where it is asked for that.
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
};

rmSync(new URL('dist/', import.meta.url), { recursive: true, force: true });
await Promise.all([
  // What runs at night and in every pipeline starts from as few files as can be.
  build({
    ...options,
    entryPoints: ['src/cli/main.ts'],
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  }),
  // All else stands for itself: what it shares with a run would fall into many small files for both.
  build({
    ...options,
    entryPoints: [
      ...['doctor', 'explain', 'mock', 'plan', 'run-direct', 'sensitivity', 'sweep'].map(
        (name) => `src/cli/${name}.ts`,
      ),
      ...[
        'campaign/write-embedded-walk',
        'contract/build-cache',
        'contract/write-schemas',
        'sensitivity/worker',
        'settings/write-texts',
      ].map((name) => `src/${name}.ts`),
    ],
  }),
  // Under Playwright each ES module costs a detour through its loader, so each entry is one CommonJS file.
  build({
    ...options,
    entryPoints: ['carry-out', 'conformance', 'finish', 'keeper', 'reporter', 'settings', 'setup'].map(
      (name) => `src/playwright/${name}.ts`,
    ),
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': 'thisFile' },
    banner: { js: "const thisFile = require('node:url').pathToFileURL(__filename).href;" },
  }),
]);
await writeOwnTexts();
