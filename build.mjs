// Builds the command line, and what Playwright loads of the suite, into dist/: few files, because a process that
// starts from 200 small ones takes half as long again. Where a file stands in dist/ is said here, by its name, and has
// nothing to do with where its source stands in src/. It is built in a folder beside dist/, which takes the place of
// dist/ once it is whole: a build that fails leaves dist/ as it was.
//
//   node build.mjs            builds, or ends in 1
//   node build.mjs --if-old   the same, where dist/ is not that of what it is built from
//   node build.mjs --prepare  for `npm ci`: where nothing can be built it says so, and ends in 0
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeSources } from './bin/sources.mjs';
import { bundleVerify } from './build-verify.mjs';

/** What the launcher reads: of which sources dist/ is, and which files belong to it. */
const STAMP = 'built.json';
const CHUNKS = 'chunks';
/** What the engine made of a run: written last, since a run reads what was put in place. */
const CODE_CACHE = 'run/both-runners.cjs.cache';
/** What a build reads beside the sources, e.g. the packages of which parts are bundled. */
const READ_TOO = ['specs', 'schemas', 'package.json', 'package-lock.json'];
/** What is run while it is built, or to write what is generated: it is in no package. */
const OF_THE_BUILD = {
  'cli/write-code-cache': 'src/app/cli/write-code-cache.ts',
  'campaign/write-embedded-walk': 'src/app/run/write-embedded-walk.ts',
  'contract/build-cache': 'src/suites/modelarts-plugins/description/build-cache.ts',
  'contract/write-schemas': 'src/suites/modelarts-plugins/description/write-schemas.ts',
  'settings/write-texts': 'src/app/settings/write-texts.ts',
};
/** Where it is built; the launcher waits for a folder of such a name. */
const ASIDE = '.dist-';
/** A build takes seconds: what is this old, in milliseconds, was left by one that was killed. */
const LEFT_MS = 600_000;
/** So often another build may come in between. */
const TRIES = 100;

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');

const options = {
  absWorkingDir: root,
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
    'fast-check',
    'https-proxy-agent',
    'yaml',
    '#suite/*',
    '#command/*',
  ],
  // For the CommonJS packages among those that are bundled.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  // Nothing needs them but the measuring of coverage. Playwright would read one for every place that it looks up, which
  // takes a fifteenth of a run, so they are there where lines are counted alone.
  sourcemap: Boolean(process.env.NODE_V8_COVERAGE),
  sourcesContent: false,
  // A pack is a tenth smaller for it; names stay, and no line is so long that a trace, or Playwright, shows all of a file.
  minifyWhitespace: true,
  lineLimit: 160,
  logLevel: 'warning',
};

const commonJs = {
  ...options,
  format: 'cjs',
  minifySyntax: true,
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'thisFile' },
  banner: { js: "const thisFile = require('node:url').pathToFileURL(__filename).href;" },
};

/** What stands in for a part of the one file that the processes of a run under Playwright load: each is in it. */
const PARTS = {
  setup: "module.exports = require('./run.cjs').setUp;\n",
  'carry-out': "exports.openRun = require('./run.cjs').openRun;\n",
  keeper: "require('./run.cjs').startKeeper();\n",
};
/** The configuration of Playwright, beside the tests as they were built: what requires or imports it has it by itself. */
const CONFIG =
  "module.exports = require('./settings.cjs').configured(require('node:path').join(__dirname, 'tests'));\n";
const CONFIG_TYPE =
  "import type { PlaywrightTestConfig } from '@playwright/test';\n\ndeclare const config: PlaywrightTestConfig;\nexport = config;\n";
try {
  if (process.argv[2] !== '--if-old' || isOld()) await build();
} catch (error) {
  // esbuild has told already what is wrong with the sources.
  if (!Array.isArray(error?.errors)) console.error(sentenceOf(error));
  const isPreparing = process.argv[2] === '--prepare';
  if (isPreparing) console.error('Nothing was built; `npm run conformance` says what to run.');
  process.exitCode = isPreparing ? 0 : 1;
}

function sentenceOf(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !/'esbuild'/.test(error.message))
    return String(error?.message);
  return 'The package `esbuild`, which builds `dist/`, is not installed; `npm ci --include=dev` installs it and builds.';
}

async function build() {
  // Whatever changes from now on is newer than the stamp.
  const begun = new Date();
  const esbuild = await import('esbuild');
  removeLeft(begun.getTime());
  const folder = mkdtempSync(join(root, ASIDE));
  // Such a folder is its owner's alone, and whoever may read the project may run it.
  chmodSync(folder, 0o777 & ~process.umask());
  try {
    const sources = describeSources(root);
    await bundle(esbuild, folder);
    const run = (script) => execFileSync(process.execPath, [join(folder, script)], { stdio: 'inherit' });
    run('contract/build-cache.js');
    await bundleVerify(esbuild, folder, options);
    const { writeOwnTexts } = await import('./own-texts.mjs');
    await writeOwnTexts(join(folder, 'settings'), join(folder, 'contract/sources.json'));
    run('campaign/write-embedded-walk.js');
    const scripts = Object.keys(OF_THE_BUILD).map((name) => `${name}.js`);
    const names = filesOf(folder).filter((name) => !name.endsWith('.map') && !scripts.includes(name));
    const files = Object.fromEntries(names.map((name) => [name, statSync(join(folder, name)).size]));
    writeFileSync(join(folder, STAMP), JSON.stringify({ ...sources, files }));
    utimesSync(join(folder, STAMP), begun, begun);
    putInPlace(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  cacheCode();
}

/** Keeps what the engine makes of a run. Of code from a cache lines are not counted: there is none where that is done. */
function cacheCode() {
  if (process.env.NODE_V8_COVERAGE) return rmSync(join(dist, CODE_CACHE), { force: true });
  if (existsSync(join(dist, CODE_CACHE))) return;
  try {
    execFileSync(process.execPath, [join(dist, 'cli/write-code-cache.js')], { stdio: 'ignore' });
  } catch {
    // Another build has put its own in place meanwhile. Without a cache a run is compiled anew.
  }
}

async function bundle(esbuild, outdir) {
  const ended = await Promise.allSettled([
    // What runs at night and in every pipeline starts from as few files as can be.
    esbuild.build({
      ...options,
      outdir,
      entryPoints: { 'cli/main': 'src/app/cli/main.ts' },
      splitting: true,
      chunkNames: `${CHUNKS}/[name]-[hash]`,
    }),
    // Many targets too, of which one that shared its code with all else would have more files open at once than it may.
    esbuild.build({
      ...options,
      outdir,
      entryPoints: {
        'cli/each-target': 'src/app/cli/each-target.ts',
        'cli/targets': 'src/app/cli/targets.ts',
      },
      splitting: true,
      chunkNames: `${CHUNKS}/[name]-[hash]`,
    }),
    // All else shares code with itself alone: what it shares with a run would fall into many small files for that.
    esbuild.build({
      ...options,
      outdir,
      splitting: true,
      chunkNames: `${CHUNKS}/[name]-[hash]`,
      entryPoints: {
        'cli/changes': 'src/app/cli/changes.ts',
        'cli/compare': 'src/app/cli/compare.ts',
        'cli/doctor': 'src/app/cli/doctor.ts',
        'cli/explain': 'src/app/cli/explain.ts',
        'cli/init': 'src/app/cli/init.ts',
        'cli/join': 'src/app/cli/join.ts',
        'cli/judge': 'src/app/cli/judge.ts',
        'cli/mock': 'src/app/cli/mock.ts',
        'cli/pack': 'src/app/cli/pack.ts',
        'cli/plan': 'src/app/cli/plan.ts',
        'cli/report': 'src/app/cli/report.ts',
        'cli/sensitivity': 'src/app/cli/sensitivity.ts',
        'cli/sweep': 'src/app/cli/sweep.ts',
        'cli/verify': 'src/app/cli/verify.ts',
        'cli/waive': 'src/app/cli/waive.ts',
        'cli/waivers': 'src/app/cli/waivers.ts',
        'sensitivity/worker': 'src/app/cli/sensitivity-worker.ts',
        ...OF_THE_BUILD,
      },
    }),
    // Under Playwright each ES module costs a detour through its loader, so each entry is one CommonJS file.
    esbuild.build({
      ...commonJs,
      outdir,
      entryPoints: {
        'playwright/conformance': 'src/app/playwright/conformance.ts',
        'playwright/reporter': 'src/app/playwright/reporter.ts',
        'playwright/settings': 'src/app/playwright/settings.ts',
        'playwright/run': 'src/app/playwright/run.ts',
        'playwright/tests/delete-plugin.spec': 'tests/conformance/delete-plugin.spec.ts',
      },
    }),
    // Of such a file it can be kept, too, what the engine makes of it. It is a function by itself: were it made one as it
    // is loaded, each line that is counted would be another one of the file.
    esbuild.build({
      ...commonJs,
      outdir,
      entryPoints: { 'run/both-runners': 'src/app/run/both-runners.ts' },
      banner: { js: `(function (exports, require, module, __filename, importHere) {${commonJs.banner.js}` },
      footer: { js: '})' },
    }),
  ]);
  // Not before all have ended: the folder is removed then.
  for (const { reason } of ended) if (reason !== undefined) throw reason;
  for (const [name, text] of Object.entries(PARTS)) {
    writeFileSync(join(outdir, `playwright/${name}.cjs`), text);
  }
  writeFileSync(join(outdir, 'playwright/config.cjs'), CONFIG);
  writeFileSync(join(outdir, 'playwright/config.d.cts'), CONFIG_TYPE);
  // In code from a cache Node 20 knows no `import()`: who loads it hands one in.
  const run = join(outdir, 'run/both-runners.cjs');
  writeFileSync(run, readFileSync(run, 'utf8').replace(/(?<![\w.])import\((?=\s*")/g, 'importHere('));
}

/** Whether dist/ is not whole, not that of what is there to be built, or built to be run in another way. */
function isOld() {
  try {
    const { sources, files } = JSON.parse(readFileSync(join(dist, STAMP), 'utf8'));
    const { mtimeMs } = statSync(join(dist, STAMP));
    const read = READ_TOO.flatMap((path) =>
      statSync(join(root, path)).isFile() ? path : filesOf(join(root, path)).map((name) => join(path, name)),
    );
    return (
      describeSources(root).sources !== sources ||
      Object.entries(files).some(([name, size]) => statSync(join(dist, name)).size !== size) ||
      read.some((path) => statSync(join(root, path)).mtimeMs > mtimeMs) ||
      existsSync(join(dist, CODE_CACHE)) === Boolean(process.env.NODE_V8_COVERAGE)
    );
  } catch {
    // Something of it is missing.
    return true;
  }
}

/** Puts a whole build into the place of dist/. What is the same stays where it is: commands are reading it. */
function putInPlace(folder) {
  if (isTheSame(folder)) return renameSync(join(folder, STAMP), join(dist, STAMP));
  keepChunks(folder);
  const old = `${folder}-old`;
  for (let left = TRIES; ; left -= 1) {
    if (existsSync(dist)) moveAside(old);
    try {
      return renameSync(folder, dist);
    } catch (error) {
      // Another build was faster.
      if (left === 0 || !existsSync(dist)) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function moveAside(old) {
  try {
    renameSync(dist, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function isTheSame(folder) {
  return filesOf(folder).every((name) => {
    if (name === STAMP) return existsSync(join(dist, STAMP));
    const own = join(dist, name);
    return existsSync(own) && readFileSync(own).equals(readFileSync(join(folder, name)));
  });
}

/** A command that began with the last build finds the rest of it: the names of these files hold their hash. */
function keepChunks(folder) {
  for (const name of chunksOfLastBuild()) {
    const kept = join(folder, name);
    if (!existsSync(kept) && existsSync(join(dist, name))) linkSync(join(dist, name), kept);
  }
}

function chunksOfLastBuild() {
  try {
    const { files } = JSON.parse(readFileSync(join(dist, STAMP), 'utf8'));
    return Object.keys(files).filter((name) => name.startsWith(`${CHUNKS}/`));
  } catch {
    // There was none.
    return [];
  }
}

/** The names of the files below a folder. */
function filesOf(folder, inside = '') {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(folder, `${inside}${entry.name}/`) : `${inside}${entry.name}`,
  );
}

/** Removes what builds that were killed left. */
function removeLeft(now) {
  for (const name of readdirSync(root).filter((one) => one.startsWith(ASIDE))) {
    const { mtimeMs = now } = statSync(join(root, name), { throwIfNoEntry: false }) ?? {};
    if (now - mtimeMs > LEFT_MS) rmSync(join(root, name), { recursive: true, force: true });
  }
}
