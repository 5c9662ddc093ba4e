// Prints what `judge` takes for recordings of 200 MB, beside one without an exchange: of other traffic alone, of answers
// under test alone, and with one long body. Memory is the most that the process ever had.
//
//   node bench/judge.mjs
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BYTES = 200_000_000;
const MAIN = fileURLToPath(new URL('../bin/conformance.mjs', import.meta.url));
const PLUGIN = 'https://modelarts.example.com/v2/a1b2c3/pools/pool-a/plugins/node-local-dns';

function entry(method, url, text) {
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 10,
    request: {
      method,
      url,
      httpVersion: 'h2',
      headers: [{ name: 'x-auth-token', value: 'bench-token-of-nobody' }],
    },
    response: {
      status: 200,
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: { size: -1, mimeType: 'application/json', text },
    },
  };
}

function plugin(at, length) {
  const metadata = { name: `pool-a-${at}`, creationTimestamp: '2026-01-01T00:00:00Z' };
  const spec = { template: { name: 'node-local-dns', inputs: { text: 'x'.repeat(length) } } };
  return JSON.stringify({ apiVersion: 'v2', kind: 'Plugin', metadata, spec, status: { phase: 'Running' } });
}

const other = (at) => entry('GET', `https://other.example.com/${at}`, 'var a = "\u00e9\\n";\n'.repeat(2000));
const files = {
  'no exchange': () => null,
  'other traffic': other,
  'answers of 1 KB': (at) => entry('DELETE', PLUGIN, plugin(at, 800)),
  'answers of 20 KB': (at) => entry('DELETE', PLUGIN, plugin(at, 20_000)),
  'a body of 60 MB': (at) => (at === 0 ? entry('DELETE', PLUGIN, plugin(at, 60_000_000)) : other(at)),
};

const folder = mkdtempSync(join(tmpdir(), 'bench-judge-'));
const watch = join(folder, 'watch.cjs');
try {
  writeFileSync(
    watch,
    "process.on('exit', () => require('fs').writeFileSync(__dirname + '/peak', String(process.resourceUsage().maxRSS)));",
  );
  for (const [name, make] of Object.entries(files)) {
    const path = join(folder, 'recorded.har');
    const file = openSync(path, 'w');
    let bytes = writeSync(
      file,
      '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[',
    );
    for (let at = 0; bytes < BYTES; at += 1) {
      const one = make(at);
      if (one === null) break;
      bytes += writeSync(file, `${at === 0 ? '' : ','}${JSON.stringify(one)}`);
    }
    writeSync(file, ']}}');
    closeSync(file);
    const begun = performance.now();
    const env = { PATH: process.env.PATH, CONFORMANCE_REPORTS_DIR: join(folder, 'reports') };
    const { status } = spawnSync(process.execPath, ['--require', watch, MAIN, 'judge', path], {
      env,
      stdio: 'ignore',
    });
    const peak = Number(readFileSync(join(folder, 'peak'), 'utf8')) / 1024;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${name.padEnd(18)} exit ${status}, ${peak.toFixed(0)} MiB, ${seconds} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
