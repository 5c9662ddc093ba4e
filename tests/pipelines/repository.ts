import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOCK_DEFAULTS, type Mock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { type Ended, MAIN, NEEDED, type Running, running } from '../cli/command.ts';
import { test } from '../own-test.ts';
import type { Job, ShellStep, Variables } from './file.ts';

const NAME = 'modelarts-plugin-conformance';
const OWN = { devDependencies: { [NAME]: 'file:package' } };
const BIN = { conformance: 'bin/conformance.mjs' };

/**
 * Makes a repository of a user in the test's own folder: the package is a dev dependency of it, which `npm ci` installs
 * from its lock file without asking anybody. What that links to is a package that is nothing but its command.
 */
export function makeRepository(folder = test.info().outputPath()): string {
  const write = (place: string, text: unknown) =>
    writeFileSync(join(folder, place), typeof text === 'string' ? text : JSON.stringify(text));
  mkdirSync(join(folder, 'package/bin'), { recursive: true });
  write('package.json', { name: 'repository', private: true, ...OWN });
  write('package-lock.json', {
    name: 'repository',
    lockfileVersion: 3,
    packages: {
      '': { name: 'repository', ...OWN },
      package: { name: NAME, version: '0.0.0', dev: true, bin: BIN },
      [`node_modules/${NAME}`]: { resolved: 'package', link: true },
    },
  });
  write('package/package.json', { name: NAME, version: '0.0.0', bin: BIN });
  write(`package/${BIN.conformance}`, `#!/usr/bin/env node\nawait import(${JSON.stringify(MAIN)});\n`);
  chmodSync(join(folder, 'package', BIN.conformance), 0o755);
  return folder;
}

/** What the two commands of npm's do that the files call, as a shell does it. */
const AS_NPM = {
  npm: `case "$*" in
  'ci --ignore-scripts' | 'ci --include=dev --ignore-scripts --no-audit --no-fund') ;;
  *) exit 64 ;;
esac
mkdir -p node_modules/.bin
ln -sfn ../package node_modules/${NAME}
ln -sfn ../${NAME}/${BIN.conformance} node_modules/.bin/conformance
`,
  npx: `[ "$1 $2" = '--no conformance' ] || exit 64
shift 2
exec node_modules/.bin/conformance "$@"
`,
} as const;

/**
 * Writes stand-ins for npm's own commands, and gives the `PATH` that finds them: npm itself takes longer to start than
 * the suite, and what a file makes of an exit code does not hang on it.
 */
export function withoutNpm(folder = test.info().outputPath('tools')): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(AS_NPM)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}`);
    chmodSync(join(folder, name), 0o755);
  }
  return `${folder}:${NEEDED['PATH']}`;
}

/** A service whose machine starts our commands without npm. */
export function quick(service: Service): Service {
  return { ...service, own: { ...service.own, PATH: withoutNpm() } };
}

/** What a user fills in, for a mock as a live endpoint. */
export function filledIn(mock: Pick<Mock, 'endpoint'>): Variables {
  // The secrets come with the step that a file gives them to.
  const { MODELARTS_AUTH_TOKEN, ...settings } = liveSettings(mock.endpoint);
  return settings;
}

/** What a service keeps for a user. */
export function secrets(): Variables {
  const [key] = MOCK_DEFAULTS.accessKeys;
  return { HUAWEICLOUD_SDK_AK: key?.accessKey ?? '', HUAWEICLOUD_SDK_SK: key?.secretKey ?? '' };
}

/** What a service does for a job: its shell, what it puts in place of an expression, and what it sets by itself. */
export interface Service {
  readonly shell: readonly string[];
  readonly own: Variables;
  /** The value of an expression of the service that a variable is; other values are as they are. */
  readonly valueOf: (value: string) => string;
  /** Whether every step has the secrets, because the file leaves that to the service. */
  readonly givesSecrets: boolean;
}

/** Starts a step in a repository as a service does: a script in a file. */
export function startStep(
  service: Service,
  job: Job,
  step: ShellStep,
  settings: Variables,
  folder = test.info().outputPath(),
): Running {
  const script = join(folder, 'step.sh');
  writeFileSync(script, placed(step.script, folder));
  const [shell = 'sh', ...options] = service.shell;
  const environment = { ...job.environment, ...settings, ...step.environment };
  const values = Object.entries(environment).map(([name, value]) => [
    name,
    placed(service.valueOf(value), folder),
  ]);
  const given = service.givesSecrets ? secrets() : {};
  const child = spawn(shell, [...options, script], {
    cwd: folder,
    env: { ...NEEDED, ...service.own, ...given, ...Object.fromEntries(values) },
    // A session of its own, without a terminal.
    detached: true,
  });
  return running(child);
}

/** A text in which the folders of a machine without a service, and of a container, are the test's own. */
function placed(text: string, folder: string): string {
  return text.replaceAll(
    /(?<=^|[ =])(?:\/opt|\/var\/lib)?\/conformance(?=\/|$| )|^(?=\/reports$|\/history\/)/gm,
    folder,
  );
}

/** How the steps of a job ended, by their names. */
export type Steps = Readonly<Record<string, Ended>>;

/** Carries a job out as a service does: after a step that failed, those alone that always are. */
export async function carryOut(
  service: Service,
  job: Job,
  settings: Variables,
  folder?: string,
): Promise<Steps> {
  const ended: Record<string, Ended> = {};
  let hasFailed = false;
  for (const step of job.steps) {
    if (hasFailed && !step.always) continue;
    const { code, ...said } = await startStep(service, job, step, settings, folder).ended;
    ended[step.name] = { code, ...said };
    hasFailed ||= code !== 0;
  }
  return ended;
}
