// Prints how long a whole run takes against what Playwright takes to run one test that sends one request.
// The three take turns, so that whatever else the machine does meets all of them; medians of ROUNDS (at least 7).
// Last it prints how soon a browser shows something of the page that a run writes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const rounds = Math.max(7, Number(process.argv[2] ?? 9));
const reports = mkdtempSync(join(tmpdir(), 'conformance-bench-'));

// As people type them: Playwright through npx, the run under it through npm, the direct run as bare node.
const commands = {
  floor: ['npx', 'playwright', 'test', '--config', 'bench/floor.config.ts'],
  playwright: ['npm', 'run', '--silent', 'conformance', '--', '--mock'],
  direct: [process.execPath, 'bin/conformance.mjs', 'run', '--mock', '--runner', 'direct'],
};
const LIMITS = { playwright: 1.4, direct: 0.28 };

/** Milliseconds of one run; stops everything where it fails, for a failed run is a fast one. */
function time(name) {
  const begun = performance.now();
  const [command, ...args] = commands[name];
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, CONFORMANCE_REPORTS_DIR: join(reports, name) },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}\n${stderr}`);
  return performance.now() - begun;
}

const times = { floor: [], playwright: [], direct: [] };
for (const name of Object.keys(commands)) time(name);
for (let round = 0; round < rounds; round += 1) {
  for (const name of Object.keys(commands)) times[name].push(time(name));
}
rmSync(reports, { recursive: true, force: true });

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const floor = median(times.floor);
console.log(
  `floor       ${(floor / 1000).toFixed(2)} s   npx playwright test of one test that sends one request, median of ${rounds}`,
);
for (const [name, limit] of Object.entries(LIMITS)) {
  const own = median(times[name]);
  const ratio = own / floor;
  const verdict = ratio <= limit ? 'within' : 'OVER';
  console.log(
    `${name.padEnd(10)}  ${(own / 1000).toFixed(2)} s   ${ratio.toFixed(2)} times the floor, ${verdict} ${limit}`,
  );
}

const paint = ['playwright', 'test', '--config', 'bench/paint.config.ts'];
const { status } = spawnSync('npx', paint, { cwd: root, stdio: 'inherit' });
if (status !== 0) throw new Error(`The first paint could not be measured: it ended with ${status}.`);
