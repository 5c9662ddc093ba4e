// Prints how long a run against a pool of 10,000 takes to be packed and verified, and how much memory that needs:
//
//   node bench/evidence.mjs [COUNT]
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(root, 'bin/conformance.mjs');
const [count = 10_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'conformance-evidence-'));
const reports = join(folder, 'reports');
const { PATH, HOME } = process.env;

const NEIGHBOURS = Array.from({ length: count }, (_, at) => {
  const name = `plug-${at}`;
  return {
    kind: 'Plugin',
    apiVersion: 'v2',
    metadata: { name: `pool-4cd084d36f8bd3346036-${name}`, creationTimestamp: '2025-03-17T12:29:18Z' },
    spec: { template: { name, version: '1.2.3', inputs: { at, deep: { on: [true, `value-${at}`] } } } },
    status: { phase: 'Running', version: '1.2.3', reason: 'Install complete', values: 'v'.repeat(200) },
  };
});

/** The mock, with a long List, and without the name by which it is known as one. */
function inFront(mock) {
  const known = new Map();
  return createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const asked = request(`${mock}${url}`, { method, headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const { server: _, 'content-length': __, ...rest } = answer.headers;
        const body = Buffer.concat(chunks).toString();
        const isList = method === 'GET' && url.endsWith('/plugins') && answer.statusCode === 200;
        if (!isList) return outgoing.writeHead(answer.statusCode, rest).end(body);
        if (!known.has(body)) {
          const { items, ...list } = JSON.parse(body);
          known.set(
            body,
            gzipSync(JSON.stringify({ ...list, items: [...items, ...NEIGHBOURS] }), { level: 1 }),
          );
        }
        outgoing.writeHead(200, { ...rest, 'content-encoding': 'gzip' }).end(known.get(body));
      });
    });
    incoming.pipe(asked);
  });
}

const peak = join(folder, 'peak.cjs');
const peaks = join(folder, 'peaks.txt');
writeFileSync(
  peak,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peaks)}, String(process.resourceUsage().maxRSS)));`,
);

function measured(what, args) {
  const begun = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--require', peak, ...args], {
    cwd: folder,
    env: { PATH, HOME },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${what} ended with ${status}:\n${stderr}${stdout}`);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${what.padEnd(16)} ${seconds.padStart(6)} s  ${Math.round(readFileSync(peaks, 'utf8') / 1024)} MB`,
  );
}

const mock = spawn(process.execPath, [main, 'mock', '--port', '0'], { env: { PATH, HOME } });
let printed = '';
for await (const chunk of mock.stdout) {
  printed += chunk;
  if (printed.includes('Ctrl-C')) break;
}
const [, endpoint] = /listens on (\S+)\. /.exec(printed);
const settings = Object.fromEntries(
  [...printed.matchAll(/^(MODELARTS_\w+)=(\S*)/gm)].map(([, name, value]) => [name, value]),
);
const server = inFront(endpoint);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const host = `127.0.0.1:${server.address().port}`;
try {
  await new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [main, 'run', '--runner', 'direct'], {
      cwd: folder,
      env: {
        ...{ PATH, HOME, ...settings },
        MODELARTS_ENDPOINT: `http://${host}`,
        MODELARTS_ALLOW_DELETE: host,
        CONFORMANCE_REPORTS_DIR: reports,
      },
      stdio: 'ignore',
    });
    run.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The run ended with ${code}.`))));
  });
  const [masked, whole] = ['masked.zip', 'whole.zip'].map((name) => join(folder, name));
  const packing = [main, 'pack', '--reports', reports, '--allow-loopback'];
  console.log(`evidence.har     ${(statSync(join(reports, 'evidence.har')).size / 1e6).toFixed(1)} MB`);
  measured('pack', [...packing, '--out', masked]);
  measured('verify.mjs', [join(root, 'dist/evidence/verify.mjs'), masked]);
  measured('pack --whole', [...packing, '--whole', '--out', whole]);
  measured('verify.mjs whole', [join(root, 'dist/evidence/verify.mjs'), whole]);
} finally {
  server.close();
  server.closeAllConnections();
  mock.kill();
  rmSync(folder, { recursive: true });
}
