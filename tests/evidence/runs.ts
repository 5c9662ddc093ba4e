import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { type Ended, NEEDED, running, start } from '../cli/command.ts';
import { test } from '../own-test.ts';
import type { Kind } from './kinds.ts';

/** What a run by the command left, and how it ended. */
export interface RunOfKind extends Ended {
  readonly dir: string;
  /** Its `conformance.json`. */
  readonly report: Readonly<Record<string, unknown>> & {
    readonly verdict: string;
    readonly requirements: readonly { readonly id: string; readonly outcome: string }[];
  };
}

/** Runs the command against a server that nobody knows as a mock, in a folder of that name. */
export async function runOf(kind: Kind, name = 'run'): Promise<RunOfKind> {
  const { mock: options, manner, disturb, settings = liveSettings, args = [], waivers, runner } = kind;
  const cwd = test.info().outputPath(name);
  mkdirSync(cwd, { recursive: true });
  if (waivers !== undefined) writeFileSync(join(cwd, 'waivers.yaml'), waivers);
  const mock = await startMock(options, manner ?? null, false);
  const between = disturb === undefined ? null : await startDisturbed(mock, disturb());
  const dir = join(cwd, 'reports');
  const command = ['run', '--runner', runner ?? 'direct', ...args];
  const environment = {
    ...settings(between?.endpoint ?? mock.endpoint),
    CONFORMANCE_REPORTS_DIR: dir,
  };
  const ended = await start(command, environment, undefined, cwd).ended;
  await between?.close();
  await mock.close();
  return { ...ended, dir, report: JSON.parse(readFileSync(join(dir, 'conformance.json'), 'utf8')) };
}

/** Packs it by the command, which reads the folder alone. */
export function pack(
  dir: string,
  out: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const all = ['pack', '--reports', dir, '--out', out, '--allow-loopback', ...args];
  return start(all, environment).ended;
}

/** Whether a process can be given a network of its own here, which has nothing in it. */
const HAS_NAMESPACES = spawnSync('unshare', ['-rn', 'true']).status === 0;

/** What forbids a process of Node each connection, where no network can be taken away. */
const NO_NETWORK = `const { Socket } = require('node:net');
Socket.prototype.connect = () => { throw new Error('There is no network.'); };
require('node:dgram').createSocket = require('node:dns').lookup = Socket.prototype.connect;`;

/** Has a pack checked by the file that it, or another, brings, in a folder that holds nothing else, with Node alone and no network. */
export function verifyAlone(zip: string, args: readonly string[] = [], by = zip): Promise<Ended> {
  const folder = test.info().outputPath(`alone-${Math.random().toString(36).slice(2)}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'verify.mjs'), unpacked(by, 'verify.mjs'));
  writeFileSync(join(folder, 'F.zip'), readFileSync(zip));
  const node = [process.execPath, 'verify.mjs', 'F.zip', ...args];
  const none = test.info().outputPath('no-network.cjs');
  writeFileSync(none, NO_NETWORK);
  const [program = '', ...rest] = HAS_NAMESPACES
    ? ['unshare', '-rn', ...node]
    : [process.execPath, '--require', none, ...node.slice(1)];
  return running(spawn(program, rest, { cwd: folder, env: NEEDED })).ended;
}

/** What a file of a pack holds. */
export function unpacked(zip: string, path: string): Buffer {
  const open = openZip(zip);
  const bytes = open.bytesOf(path, Number.MAX_SAFE_INTEGER);
  open.close();
  return bytes;
}

/** What a report says of each requirement, and of the whole. */
export function outcomesIn({ verdict, requirements }: RunOfKind['report']): readonly string[] {
  return [verdict, ...requirements.map(({ id, outcome }) => `${id} ${outcome}`)];
}
