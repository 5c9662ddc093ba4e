import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Mock, startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { processesIn } from '../cli/cancelled-job.ts';
import type { Running } from '../cli/command.ts';
import { isInstalled, neighboursOf, poolOf } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import { slowly } from '../slow.ts';
import { type Job, only, type ShellStep, textOf } from './file.ts';
import { azureJob, dockerJob, githubAction, githubJob, gitlabJob, jenkinsJob } from './jobs.ts';
import { filledIn, makeRepository, quick, type Service, startStep } from './repository.ts';
import { azure, github, gitlab, inputsOf, jenkins, machine } from './services.ts';

/** The pauses between two signals are 7.5 and 2.5 s with GitHub and Azure, and longer with the others. */
const PAUSE_MS = 1200;
/** Longer than the test: the run is cancelled while it waits for an install. */
const INSTALL = { installMs: 600_000 };
/** The run still tidies up when the shell is gone: what comes after it in the job has to wait. */
const REMOVAL = { removeMs: 6000 };
const INSTALLING = { MODELARTS_SETTLE_TIMEOUT_MS: '600000' };

/** GitHub's runner and Azure's agent send these to the shell of the step, and to nothing else. */
async function toShell({ child }: Running): Promise<void> {
  slowly('kill');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    child.kill(signal);
    await pause();
  }
}

/** GitLab's runner and Jenkins send SIGTERM to all processes of the step, and wait for minutes before anything else. */
async function toGroup({ child, ended }: Running): Promise<void> {
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await ended;
}

/** `docker stop` sends the signal of the Dockerfile to the command, and waits for as long as its head says. */
async function toCommand({ child, ended }: Running): Promise<void> {
  expect(only(textOf('docker/Dockerfile'), /^STOPSIGNAL (.*)$/m)).toBe('SIGTERM');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(130);
}

interface Case {
  readonly service: (status: string, settings: Readonly<Record<string, string>>) => Service;
  readonly job: () => Job;
  readonly cancel: (step: Running) => Promise<void>;
}

const CASES: Readonly<Record<string, Case>> = {
  GitHub: {
    service: (status) => github({}, status),
    job: () => githubJob('github/nightly.yml'),
    cancel: toShell,
  },
  'the action': {
    service: (status, settings) => github(inputsOf(settings), status),
    job: githubAction,
    cancel: toShell,
  },
  Azure: {
    service: (status) => azure('Schedule', status === 'cancelled' ? 'Canceled' : 'Succeeded'),
    job: azureJob,
    cancel: toShell,
  },
  GitLab: { service: () => gitlab, job: gitlabJob, cancel: toGroup },
  Jenkins: { service: () => jenkins, job: jenkinsJob, cancel: toGroup },
  Docker: { service: () => machine, job: dockerJob, cancel: toCommand },
};

for (const [name, { service, job, cancel }] of Object.entries(CASES)) {
  test(`${name}: a job that is cancelled leaves nothing, and its last sweep says so @slow`, async () => {
    const { mock, settings } = await cancelledWhileInstalling(service, job(), cancel);
    const last = job().steps.find(({ always }) => always);
    const after = quick(service('cancelled', settings));
    const swept = await startStep(after, job(), needed(last), settings).ended;
    expect([swept.code, swept.stdout]).toEqual([0, expect.stringContaining('Nothing was left behind')]);
    expect(await poolOf(mock)).toEqual(neighboursOf(mock));
    await mock.close();
  });
}

for (const name of ['GitHub', 'Azure'] as const) {
  test(`${name}: where a cancelled job takes its processes with it, the next one sweeps by the ledger that was kept @slow`, async () => {
    const { service, job } = CASES[name] as Case;
    const killed = async (step: Running) => {
      step.child.kill('SIGKILL');
      for (const id of processesIn(test.info().outputPath())) process.kill(id, 'SIGKILL');
      await step.ended;
    };
    const { mock, settings } = await cancelledWhileInstalling(service, job(), killed);
    expect(await isInstalled(mock)).toBe(true);
    // A machine of its own, to which the cache or the artifact brings the ledger.
    const next = test.info().outputPath('next');
    mkdirSync(join(next, 'reports'), { recursive: true });
    makeRepository(next);
    cpSync(test.info().outputPath('reports/ledger.ndjson'), join(next, 'reports/ledger.ndjson'));
    const [install, run] = job().steps;
    const night = quick(service('success', settings));
    expect((await startStep(night, job(), needed(install), settings, next).ended).code).toBe(0);
    // What comes before the run: in this mock no install ever ends.
    const step = needed(run);
    const [before = ''] = step.script.split('\n').filter((line) => line.includes(' sweep '));
    const { stdout } = await startStep(night, job(), { ...step, script: before }, settings, next).ended;
    expect(stdout).toContain('✓ removed: `node-local-dns`');
    expect(await poolOf(mock)).toEqual(neighboursOf(mock));
    await mock.close();
  });
}

/** Installs, starts the step that runs, and cancels the job once the run has installed. */
async function cancelledWhileInstalling(service: Case['service'], job: Job, cancel: Case['cancel']) {
  test.setTimeout(300_000);
  makeRepository();
  const mock: Mock = await startMock(cancel === toShell ? { ...INSTALL, ...REMOVAL } : INSTALL);
  const settings = { ...filledIn(mock), ...INSTALLING };
  const own = service('success', settings);
  const [install, run] = job.steps;
  expect((await startStep(quick(own), job, needed(install), settings).ended).code).toBe(0);
  // npm itself stands between the shell and the run that is cancelled.
  const step = startStep(own, job, needed(run), settings);
  await expect.poll(() => isInstalled(mock), { timeout: 60_000, intervals: [100] }).toBe(true);
  await cancel(step);
  return { mock, settings };
}

function needed(step: ShellStep | undefined): ShellStep {
  if (step === undefined) throw new Error('The file has no such step.');
  return step;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
