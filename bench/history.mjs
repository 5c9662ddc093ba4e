// Prints how long `changes` takes with the nights of ten years at twenty targets in one history, against one line:
//
//   node bench/history.mjs [YEARS] [TARGETS]
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [years = 10, targets = 20] = process.argv.slice(2).map(Number);
const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'conformance-history-'));
const reports = join(folder, 'reports');

function conformance(...args) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/conformance.mjs'), ...args], {
    cwd: folder,
    env: { ...process.env, CONFORMANCE_REPORTS_DIR: reports, CONFORMANCE_HISTORY: join(folder, file) },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`It ended with ${status}:\n${stderr}`);
}

// A run of the mock, which is told to be none: of a mock nothing is compared.
let file = 'none.ndjson';
conformance('run', '--mock', '--runner', 'direct');
const path = join(reports, 'conformance.json');
const report = JSON.parse(readFileSync(path, 'utf8'));
report.target.mock = false;
writeFileSync(path, JSON.stringify(report, null, 2));

function lineOf(day, target) {
  const { endpoint, projectId, poolName, templateName } = report.target;
  const latency = { p50: 12.34, max: 567.89 };
  return JSON.stringify({
    formatVersion: 1,
    run: `00000000-0000-4000-8000-${String(day * targets + target).padStart(12, '0')}`,
    startedAt: new Date(Date.UTC(2016, 0, 1 + day, 2)).toISOString(),
    target: { endpoint, projectId, poolName: target === 0 ? poolName : `pool-${target}`, templateName },
    source: 'install',
    contract: report.contract.sha256,
    suite: report.suite.version,
    strict: false,
    verdict: 'non-conformant',
    durationMs: 123456,
    failed: [{ id: 'delete.200.status', fingerprints: ['0123456789ab'] }],
    inconclusive: [],
    notObserved: [],
    latencyMs: { CreatePlugin: latency, DeletePlugin: latency, ListPlugins: latency, ShowPlugin: latency },
  });
}

writeFileSync(join(folder, 'one.ndjson'), `${lineOf(0, 0)}\n`);
for (let day = 0; day < years * 365; day += 1) {
  const lines = Array.from({ length: targets }, (_, target) => `${lineOf(day, target)}\n`);
  appendFileSync(join(folder, 'many.ndjson'), lines.join(''));
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
for (const name of ['one.ndjson', 'many.ndjson']) {
  file = name;
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    conformance('changes', '--format', 'json');
    return performance.now() - begun;
  });
  const size = (statSync(join(folder, name)).size / 1024 / 1024).toFixed(1);
  console.log(`${name.padEnd(12)} ${size.padStart(6)} MiB  ${(median(times) / 1000).toFixed(2)} s`);
}
rmSync(folder, { recursive: true, force: true });
