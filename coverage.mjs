// Measures which lines of src/ the project's own tests run: in their own processes, which load the sources, and in the
// commands that they start, which run what build.mjs made of them. Node writes what a process ran into the folder that
// NODE_V8_COVERAGE names; one that is killed writes nothing.
//
//   node coverage.mjs            runs `npm test` and `npm run test:all`, then reports
//   node coverage.mjs --of DIR   reports what the two with NODE_V8_COVERAGE=DIR left, and removes it
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { CoverageReport } from 'monocart-coverage-reports';

/** Of the lines of src/ that run, so many in a hundred are covered. */
const LEAST = 95;

/** What so many processes ran is merged at once. */
const AT_ONCE = 250;

const root = fileURLToPath(new URL('.', import.meta.url));
const output = join(root, 'reports', 'coverage');

const [option, given] = process.argv.slice(2);
if (option !== undefined && (option !== '--of' || given === undefined)) {
  console.error('`coverage` takes nothing, or `--of` and the folder that NODE_V8_COVERAGE named.');
  process.exit(2);
}
const data = given ?? mkdtempSync(join(tmpdir(), 'coverage-'));
try {
  const tests = given === undefined ? testsInto(data) : 0;
  const enough = await report(data);
  process.exitCode = tests === 0 && enough ? 0 : 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}

/** 0 where all tests passed. */
function testsInto(folder) {
  const env = { ...process.env, NODE_V8_COVERAGE: folder };
  const run = (script) => spawnSync('npm', ['run', script], { cwd: root, stdio: 'inherit', env }).status;
  return ['test', 'test:all'].map(run).every((status) => status === 0) ? 0 : 1;
}

/** Prints the files that are not wholly covered, and writes all of them down; whether enough is covered. */
async function report(folder) {
  const files = (await merged(folder)).files.filter(({ sourcePath }) => sourcePath.startsWith('src/'));
  const seen = new Set(files.map(({ sourcePath }) => sourcePath));
  const rows = [
    ...files.map(rowOf),
    ...sources()
      .filter((path) => !seen.has(path))
      .map(unloaded),
  ]
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.path.localeCompare(b.path));
  const covered = rows.reduce((sum, one) => sum + one.covered, 0);
  const total = rows.reduce((sum, one) => sum + one.total, 0);
  const percent = total === 0 ? 0 : (covered / total) * 100;
  const partly = rows.filter((one) => one.covered < one.total);
  const text = [
    ...partly.map((one) => `${one.path.padEnd(44)} ${percentOf(one).padStart(8)}  ${one.uncovered}`),
    `${covered} of ${total} lines of ${rows.length} files in src/ are covered: ${percent.toFixed(2)} %, and ${LEAST} % must be; ${rows.length - partly.length} files wholly, the others are listed above.`,
    '',
  ].join('\n');
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'lines.txt'), text);
  writeFileSync(
    join(output, 'lines.json'),
    `${JSON.stringify({ percent, covered, total, files: rows }, null, 2)}\n`,
  );
  process.stdout.write(text);
  return percent >= LEAST;
}

async function merged(folder) {
  const parts = await mergedInParts(folder);
  const all = new CoverageReport({
    name: 'Lines of src/ that the tests run',
    outputDir: join(output, 'page'),
    inputDir: parts,
    baseDir: root,
    logging: 'error',
    reports: ['v8'],
    // What the rules are shown runs as it is loaded: it would only make the figure better.
    sourceFilter: (path) => path.startsWith('src/') && !path.endsWith('.cases.ts'),
  });
  return (await all.generate()) ?? { files: [] };
}

/**
 * Merges what so many processes wrote, and then the next: thousands of them wrote some gigabytes, which no memory takes
 * at once. Gives the folders of what came of it.
 */
async function mergedInParts(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const parts = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const [taken, into] = ['taken', 'merged'].map((name) => join(folder, `${name}-${from}`));
    mkdirSync(taken);
    for (const name of files.slice(from, from + AT_ONCE)) renameSync(join(folder, name), join(taken, name));
    const part = new CoverageReport({
      outputDir: into,
      baseDir: root,
      logging: 'error',
      reports: [['raw', { merge: true }]],
      entryFilter: ({ url }) => isOurs(fileURLToPath(url)),
    });
    await part.addFromDir(taken);
    await part.generate();
    rmSync(taken, { recursive: true, force: true });
    parts.push(join(into, 'raw'));
  }
  return parts;
}

function isOurs(file) {
  return file.startsWith(join(root, 'src/')) || file.startsWith(join(root, 'dist/'));
}

/** A line of which only a part was run is not covered. */
function rowOf({ sourcePath: path, summary, data }) {
  const { covered, total } = summary.lines;
  const uncovered = Object.entries(data.lines).filter(
    ([, count]) => typeof count === 'string' || count === 0,
  );
  return { path, covered, total, uncovered: ranges(uncovered.map(([line]) => Number(line))) };
}

/** A file that no process loaded; one that has nothing but types has no lines. */
function unloaded(path) {
  const { code } = transformSync(readFileSync(join(root, path), 'utf8'), { loader: 'ts' });
  const total = code.split('\n').filter((line) => line.trim() !== '').length;
  return { path, covered: 0, total, uncovered: 'no test loads it' };
}

function sources() {
  return readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.cases.ts'))
    .map((file) => `src/${file}`);
}

/** Lines in few words, e.g. `3-5, 9`. */
function ranges(lines) {
  const found = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

function percentOf({ covered, total }) {
  return `${((covered / total) * 100).toFixed(1)} %`;
}
