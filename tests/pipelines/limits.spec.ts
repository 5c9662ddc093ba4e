import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { type Job, only, textOf, yamlOf } from './file.ts';
import { azureJob, cronJob, githubAction, githubJob, gitlabJob, jenkinsJob, systemdJob } from './jobs.ts';

const MINUTE_MS = 60_000;

/** The action's times are its inputs. */
function action(): Job {
  const { inputs } = yamlOf<{ inputs: Record<string, { default: string }> }>('github/action.yml');
  const environment = {
    MODELARTS_SETTLE_TIMEOUT_MS: inputs['settle-timeout-ms']?.default ?? '',
    MODELARTS_RUN_TIMEOUT_MS: inputs['run-timeout-ms']?.default ?? '',
  };
  return { ...githubAction(), environment };
}

/**
 * What the limit holds beside the run: how many settle times (to tidy up, which a run may take beyond its own limit, and for a
 * sweep before and after where those are within it), and how many minutes to install.
 */
const WITHIN = {
  'GitHub at night': [() => githubJob('github/nightly.yml'), 3, 5],
  'a gate of GitHub': [() => githubJob('github/gate.yml'), 3, 5],
  'the action': [action, 3, 5],
  GitLab: [gitlabJob, 3, 5],
  Azure: [azureJob, 3, 5],
  Jenkins: [jenkinsJob, 3, 5],
  // The sweep after it has a limit of its own.
  systemd: [systemdJob, 2, 0],
  cron: [cronJob, 1, 0],
} as const;

for (const [name, [job, settles, minutes]] of Object.entries(WITHIN)) {
  test(`${name}: a run ends by itself before the job's limit, by what tidying and sweeping take`, () => {
    const { environment, limitMinutes } = job();
    const runMs = Number(environment['MODELARTS_RUN_TIMEOUT_MS']);
    const settleMs = Number(environment['MODELARTS_SETTLE_TIMEOUT_MS']);
    expect(runMs).toBeGreaterThan(0);
    expect(limitMinutes * MINUTE_MS - runMs).toBe(settles * settleMs + minutes * MINUTE_MS);
  });
}

test('what comes after a job that was cancelled or ran into its limit has one settle time as well', () => {
  const { environment, limitMinutes } = gitlabJob();
  const settle = Number(environment['MODELARTS_SETTLE_TIMEOUT_MS']) / MINUTE_MS;
  expect(environment['RUNNER_AFTER_SCRIPT_TIMEOUT']).toBe(`${settle}m`);
  expect(environment['RUNNER_SCRIPT_TIMEOUT']).toBe(`${limitMinutes - settle}m`);
  expect(only(textOf('cron/conformance.service'), /^TimeoutStopSec=(\d+)min$/m)).toBe(`${settle}`);
  expect(only(textOf('cron/conformance.crontab'), /timeout -k (\d+)m/)).toBe(`${settle}`);
  expect(Number(only(textOf('docker/Dockerfile'), /--stop-timeout (\d+)/))).toBe(settle * 60);
  const [, cancelling] = /cancelTimeoutInMinutes: (\d+)/.exec(textOf('azure/azure-pipelines.yml')) ?? [];
  expect(Number(cancelling)).toBeGreaterThan(settle);
});
