#!/usr/bin/env node
// Starts the command that the build left in dist/. It is never built itself, and Node 14 parses it: an old Node, and a
// dist/ that is missing, old or broken, are told in a sentence, and never by the exit code of a violation. What it
// imports is Node's own, by names that Node 14 knows.
import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

/** The first Node that runs the suite; `engines` in package.json says the same. */
const OLDEST_NODE = 20;
/** The exit codes of the suite. Whatever else Node makes of an end is a fault. */
const KNOWN_CODES = [0, 1, 2, 3, 4, 130];
const USAGE = 2;
const FAULT = 4;
/** So long it is waited for a build that is just putting its folder in place, in milliseconds. */
const BUILD_MS = 1000;
const LOOK_MS = 20;
/** What is not there is no error. */
const ABSENT = { throwIfNoEntry: false };

const root = fileURLToPath(new URL('..', import.meta.url));
/** Whether the command has ended, or was never begun. */
let isOver = false;
/** Whether it stands on the terminal already what to do. */
let isTold = false;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`Node is \`${process.versions.node}\`; right would be Node ${OLDEST_NODE} or later.`);
  process.exitCode = USAGE;
} else {
  watch();
  start().catch(tellFault);
}

/** Sees to it that no end but that of a run that found a violation has its exit code. */
function watch() {
  let rejected = null;
  process.on('uncaughtException', (error) => {
    // The command has a listener of its own, which removes first what a run installed.
    if (process.listenerCount('uncaughtException') > 1) return;
    tellFault(error);
    process.exit(FAULT);
  });
  // Node's option for these may make an exit code of 1 of them, or nothing at all; one mode reports them twice.
  process.on('uncaughtExceptionMonitor', (error) => {
    rejected = error;
  });
  process.on('unhandledRejection', (reason) => {
    if (rejected === null || rejected !== reason) process.emit('uncaughtException', reason);
  });
  process.on('beforeExit', () => {
    if (isOver) return;
    isOver = true;
    tellFault(new Error('The command ended before it was through.'));
  });
  process.on('exit', () => {
    const code = process.exitCode === undefined ? 0 : Number(process.exitCode);
    if (!KNOWN_CODES.includes(code)) process.exitCode = FAULT;
    if (Number(process.exitCode) === FAULT && !isTold) tellRemedy(null);
  });
}

async function start() {
  const stamp = await readStamp();
  if (stamp === null) return refuse('`dist/` is missing, or was not left by a whole build');
  if (await isOld(stamp)) return refuse('`dist/` is not that of the sources in `src/`');
  const main = await import(pathToFileURL(join(root, 'dist/cli/main.js')).href);
  isOver = true;
  // A file that was cut off may be one that does nothing.
  if (main.isWhole !== true) throw new Error('`dist/cli/main.js` is not whole.');
}

/** What the last build said of itself; null where none did. */
async function readStamp() {
  const until = Date.now() + BUILD_MS;
  for (;;) {
    try {
      const file = join(root, 'dist/built.json');
      return Object.assign(JSON.parse(readFileSync(file, 'utf8')), { mtimeMs: statSync(file).mtimeMs });
    } catch (_) {
      const isBuilt = readdirSync(root).some((name) => name.startsWith('.dist-'));
      if (!isBuilt || Date.now() > until) return null;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}

/** Whether the sources are others than those that were built. They are read only where one looks newer than the build. */
async function isOld({ sources, paths, bytes, mtimeMs }) {
  // A package that was installed has none.
  if (!existsSync(join(root, 'src'))) return false;
  let size = 0;
  const isNewer = paths.some((path) => {
    // Half a thousand of them: joined by hand.
    const found = statSync(root + path, ABSENT);
    if (found === undefined || found.mtimeMs > mtimeMs) return true;
    if (found.isFile()) size += found.size;
    return false;
  });
  if (!isNewer && size === bytes) return false;
  const { describeSources } = await import('./sources.mjs');
  return describeSources(root).sources !== sources;
}

/** Says why the command cannot be started, and what to run. */
function refuse(found) {
  isOver = true;
  isTold = true;
  console.error(`${found}; ${buildRemedy()}.`);
  tellWhose();
}

/** Says what went wrong before the command could say so itself, and what to run. */
function tellFault(error) {
  isOver = true;
  isTold = true;
  let text = 'An error that says nothing of itself.';
  try {
    text = String((error instanceof Error && error.message) || error);
  } catch (_) {
    // An object without a prototype has no text.
  }
  console.error(text);
  tellRemedy(error);
  tellWhose();
}

function tellWhose() {
  console.error('This is a fault of the suite itself; it says nothing about the endpoint.');
  process.exitCode = FAULT;
}

/** After a fault: says what to run where a file of the build or a package is missing or another one. */
function tellRemedy(error) {
  const broken = brokenFile();
  const missing = missingPackage();
  if (broken !== null) console.error(`\`${broken}\` is not as the build left it; ${buildRemedy()}.`);
  else if (missing !== null) console.error(`The package \`${missing}\` is not installed; run \`npm ci\`.`);
  else if (isOfLoading(error)) console.error('The suite could not be loaded; run `npm ci`.');
}

function isOfLoading(error) {
  return (
    error instanceof SyntaxError || (error instanceof Error && /MODULE|PACKAGE|UNKNOWN_FILE/.test(error.code))
  );
}

/** A file of the build that is missing or has another length; null where none is. */
function brokenFile() {
  try {
    const { files } = JSON.parse(readFileSync(join(root, 'dist/built.json'), 'utf8'));
    const broken = Object.keys(files).find((name) => {
      const found = statSync(join(root, 'dist', name), ABSENT);
      return found === undefined || found.size !== files[name];
    });
    return broken === undefined ? null : `dist/${broken}`;
  } catch (_) {
    return 'dist/built.json';
  }
}

/** A package that the suite needs and that cannot be found; null where none is. */
function missingPackage() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const missing = Object.keys(dependencies).find((name) => !isInstalled(name));
  return missing === undefined ? null : missing;
}

function isInstalled(name) {
  return createRequire(import.meta.url)
    .resolve.paths(name)
    .some((folder) => existsSync(join(folder, name, 'package.json')));
}

/** What brings dist/ up to date. */
function buildRemedy() {
  if (!existsSync(join(root, 'src')))
    return 'right would be the package as it was published: install it anew';
  if (!isInstalled('esbuild')) return 'run `npm ci --include=dev`';
  // Its program is a package of its own, which npm leaves out where it is told to.
  const isWhole = isInstalled(`@esbuild/${process.platform}-${process.arch}`);
  return `run \`${isWhole ? 'npm run build' : 'npm ci --include=dev --include=optional'}\``;
}
