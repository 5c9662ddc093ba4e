// Prints how time and memory grow with the number of targets, under `--jobs 4`:
//
//   node bench/targets.mjs [COUNT…]
//   node bench/targets.mjs --waiting
//
// Each target is a server of its own on this machine, in a process of their own; by nothing it is known as a mock. With
// `--waiting` there are 40 whose installs take 3 s, three of them in one pool, two down, and one with a wrong secret: how
// close the time of all comes to the least that it could be.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Below the package: what is built of the mock looks for its root from there upwards.
const folder = mkdtempSync(join(root, 'reports/bench-targets-'));
const { PATH, HOME } = process.env;
const JOBS = 4;
const MOST_MB = 200;
const isWaiting = process.argv.includes('--waiting');
const counts = isWaiting ? [40] : process.argv.slice(2).map(Number);
if (counts.length === 0) counts.push(1, 10, 100);

const servers = join(folder, 'servers.mjs');
buildSync({
  stdin: {
    contents: `import { startMock } from './src/suites/modelarts-plugins/mock/server.ts';
const [count, installMs] = process.argv.slice(2).map(Number);
const start = () => startMock({ installMs }, null, false);
const mocks = await Promise.all(Array.from({ length: count }, start));
process.send(mocks.map(({ endpoint, options }) => ({ endpoint, options })));`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: servers,
  ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
});

// Each process says at its end how much it had at most. What the system tells of a process itself counts that of the one
// which started it.
const peak = join(folder, 'peak.cjs');
writeFileSync(
  peak,
  `const { appendFileSync, readFileSync } = require('node:fs');
process.on('exit', () => {
  const [, kib] = /^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'));
  appendFileSync(process.env.PEAKS, JSON.stringify([process.argv.includes('--targets'), Number(kib) / 1024]) + '\\n');
});`,
);

/** An entry for a server; the three last but one share the pool of the first of them. */
function entryOf({ endpoint, options }, at, all) {
  const shares = isWaiting && at > 0 && at < 3;
  const isDown = isWaiting && at >= all.length - 3 && at < all.length - 1;
  const place = shares ? all[0].endpoint : isDown ? `http://127.0.0.1:${at}` : endpoint;
  return {
    name: `target-${at}`,
    endpoint: place,
    projectId: options.projectId,
    pool: options.poolName,
    template: shares ? `template-${at}` : options.templateName,
    allowDelete: new URL(place).host,
    auth: { tokenEnv: isWaiting && at === all.length - 1 ? 'WRONG_TOKEN' : 'TOKEN' },
  };
}

async function measured(count) {
  const started = spawn(process.execPath, [servers, String(count), isWaiting ? '3000' : '0'], {
    ...{ cwd: folder, env: { PATH, HOME }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  });
  try {
    const mocks = await new Promise((resolve, reject) => {
      started.once('message', resolve);
      started.once('close', () => reject(new Error('The servers could not be started.')));
    });
    const reports = join(folder, `reports-${count}`);
    const peaks = join(folder, `peaks-${count}`);
    const list = join(folder, 'targets.yaml');
    const entries = mocks.map(entryOf);
    writeFileSync(list, JSON.stringify(entries));
    const begun = performance.now();
    const { code, said } = await ended(
      spawn(
        process.execPath,
        [join(root, 'bin/conformance.mjs'), 'run', '--targets', list, '--jobs', String(JOBS)],
        {
          cwd: folder,
          env: {
            ...{ PATH, HOME, TOKEN: 'mock-token', WRONG_TOKEN: 'another-token' },
            ...{ CONFORMANCE_REPORTS_DIR: reports, MODELARTS_REQUEST_TIMEOUT_MS: '10000', PEAKS: peaks },
            NODE_OPTIONS: `--require ${JSON.stringify(peak)}`,
          },
        },
      ),
    );
    const seconds = (performance.now() - begun) / 1000;
    if (code !== (isWaiting ? 3 : 0)) throw new Error(`It ended with ${code}:\n${said}`);
    const all = readFileSync(peaks, 'utf8').trim().split('\n').map(JSON.parse);
    const most = (isParent) => Math.max(...all.filter(([one]) => one === isParent).map(([, mb]) => mb));
    return { entries, reports, seconds, parent: most(true), child: most(false) };
  } finally {
    started.kill();
  }
}

async function ended(child) {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said };
}

/** How long the runs of one pool took together, of the pool where that is the most, and all runs together, in seconds. */
function chains({ entries, reports }) {
  const byPool = new Map();
  let sum = 0;
  for (const { name, endpoint } of entries) {
    const { durationMs } = JSON.parse(readFileSync(join(reports, name, 'conformance.json'), 'utf8'));
    sum += durationMs / 1000;
    byPool.set(endpoint, (byPool.get(endpoint) ?? 0) + durationMs / 1000);
  }
  return { sum, longest: Math.max(...byPool.values()) };
}

try {
  console.log('targets     time  per target  parent at most  a child at most');
  for (const count of counts) {
    const found = await measured(count);
    const { seconds, parent, child } = found;
    const columns = [
      String(count).padStart(7),
      `${seconds.toFixed(1)} s`.padStart(9),
      `${(seconds / count).toFixed(2)} s`.padStart(12),
      `${Math.round(parent)} MB`.padStart(16),
      `${Math.round(child)} MB`.padStart(17),
    ];
    console.log(columns.join(''), parent < MOST_MB ? ' within' : ` OVER ${MOST_MB} MB`);
    if (!isWaiting) continue;
    const { sum, longest } = chains(found);
    const least = Math.max(longest, sum / JOBS);
    console.log(
      `longest chain ${longest.toFixed(1)} s, all runs ${sum.toFixed(1)} s, by ${JOBS} ${(sum / JOBS).toFixed(1)} s: ${(seconds / least).toFixed(2)} times the larger`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
