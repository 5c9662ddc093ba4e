import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Neighbour } from '../../src/suites/modelarts-plugins/mock/options.ts';
import {
  MOCK_DEFAULTS,
  type MockOptions,
  startMock,
} from '../../src/suites/modelarts-plugins/mock/server.ts';
import { INSTALLED, INTENT, leftover, writeLedger } from '../cli/left-behind.ts';
import { poolOf } from '../cli/pool-of.ts';
import { test } from '../own-test.ts';
import type { Job, Variables } from './file.ts';
import {
  azureJob,
  cronJob,
  dockerJob,
  githubAction,
  githubJob,
  gitlabJob,
  jenkinsJob,
  systemdJob,
} from './jobs.ts';
import { carryOut, filledIn, makeRepository, quick, type Service, type Steps } from './repository.ts';
import { azure, github, gitlab, inputsOf, jenkins, machine } from './services.ts';

const NEIGHBOUR = { templateName: 'node-local-dns', version: '1.6.36', inputs: {} };
const TAKEN = { neighbours: [{ ...NEIGHBOUR, creationTimestamp: '2026-03-17T12:29:18Z' }] };

const OTHERS = MOCK_DEFAULTS.neighbours.map(nameOf);

/** A job, the step of it that runs, and what that makes of the exit codes 0, 1 and 3. */
interface Case {
  readonly service: (settings: Variables) => Service;
  readonly job: () => Job;
  readonly run: string;
  readonly codes: readonly [0, 1, number];
  /** What it says of a 3, in the service's own words or in the shell's trace. */
  readonly says: string;
}

const WARNS = '::warning title=Conformance::It could not be tested';
const BLOCKS = '::error title=Conformance::It could not be tested';

const CASES: Readonly<Record<string, Case>> = {
  'GitHub at night': {
    ...{ service: () => github(), job: () => githubJob('github/nightly.yml'), run: 'Sweep, and run' },
    ...{ codes: [0, 1, 0], says: WARNS },
  },
  'a gate of GitHub': {
    ...{ service: () => github(), job: () => githubJob('github/gate.yml'), run: 'Sweep, and run' },
    ...{ codes: [0, 1, 3], says: BLOCKS },
  },
  'the action as a gate': {
    ...{ service: (settings) => github(inputsOf(settings)), job: githubAction, run: 'Sweep, and run' },
    ...{ codes: [0, 1, 3], says: BLOCKS },
  },
  'the action that warns': {
    ...{
      service: (settings) => github(inputsOf(settings, { inconclusive: 'warn' })),
      job: githubAction,
      run: 'Sweep, and run',
    },
    ...{ codes: [0, 1, 0], says: WARNS },
  },
  // Which code is a warning is said by the job: see files.spec.ts, and gitlab-ci-local.
  GitLab: { service: () => gitlab, job: gitlabJob, run: 'script', codes: [0, 1, 3], says: 'INCONCLUSIVE' },
  'Azure at night': {
    ...{ service: () => azure('Schedule'), job: azureJob, run: 'Sweep, and run', codes: [0, 1, 0] },
    says: '##vso[task.complete result=SucceededWithIssues;]It could not be tested',
  },
  'a gate of Azure': {
    ...{ service: () => azure('Manual'), job: azureJob, run: 'Sweep, and run', codes: [0, 1, 3] },
    says: 'INCONCLUSIVE',
  },
  Jenkins: { service: () => jenkins, job: jenkinsJob, run: 'sh 2', codes: [0, 1, 3], says: 'INCONCLUSIVE' },
  Docker: { service: () => machine, job: dockerJob, run: 'CMD', codes: [0, 1, 3], says: 'INCONCLUSIVE' },
  systemd: {
    service: () => machine,
    job: systemdJob,
    run: 'ExecStart',
    codes: [0, 1, 3],
    says: 'INCONCLUSIVE',
  },
};

/** The rest shares its lines with one of the others, but for what it makes of a 3. */
const WHOLE = ['GitHub at night', 'GitLab', 'Azure at night', 'Jenkins', 'systemd'];

/** This job is carried out with npm itself; what stands in for it elsewhere takes the same two lines of it, and no other. */
const WITH_NPM = 'GitHub at night';

for (const [name, { service, job, run, codes, says }] of Object.entries(CASES)) {
  test(`${name}: every line of the job runs, and a 3 is what the file says @slow`, async () => {
    makeRepository();
    // Another's instance is in the way: no attempt waits for that.
    const steps = await carriedOut(name === WITH_NPM ? service : quickly(service), job(), TAKEN);
    expect([steps[run]?.code, printed(steps)]).toEqual([codes[2], expect.stringContaining(says)]);
    const output = test.info().outputPath('github-output');
    if (existsSync(output)) expect(readFileSync(output, 'utf8')).toMatch(/^exit-code=3$/m);
  });

  if (!WHOLE.includes(name)) continue;
  test(`${name}: what an earlier run left is swept before, and a 0 and a 1 are what the file says @slow`, async () => {
    makeRepository();
    // The run would find it in its way.
    const swept = await carriedOut(quickly(service), job(), null);
    expect(Object.values(swept).map(({ code }) => code)).toEqual(Object.values(swept).map(() => 0));
    expect(printed(swept)).toContain('✓ removed: `node-local-dns`');
    expect(swept[run]?.stdout).toContain('CONFORMANT');
    const violated = await carriedOut(quickly(service), installed(job()), { deviation: 'missing-phase' });
    expect([violated[run]?.code, Object.keys(violated).length]).toEqual([
      codes[1],
      Object.keys(swept).length - 1,
    ]);
  });
}

test('cron: the line sweeps, runs and sweeps, says the exit code, and gives way to one under way @slow', async () => {
  makeRepository();
  const swept = await carriedOut(() => quick(machine), cronJob(), null);
  expect(printed(swept)).toMatch(/✓ removed: `node-local-dns`[\s\S]*CONFORMANT[\s\S]*\nexit 0\n$/);
  const violated = await carriedOut(() => quick(machine), installed(cronJob()), {
    deviation: 'missing-phase',
  });
  expect(printed(violated)).toMatch(/NON-CONFORMANT[\s\S]*\nexit 1\n$/);
  const [line] = installed(cronJob()).steps;
  const script = `flock .lock sh -c 'sleep 3' & sleep 0.5\n${line?.script}`;
  const locked = { ...cronJob(), steps: [{ name: 'locked', environment: {}, always: false, script }] };
  expect(printed(await carryOut(machine, locked, {}))).toBe('exit 3\n');
});

function quickly(service: Case['service']): Case['service'] {
  return (settings) => quick(service(settings));
}

const INSTALL = 'npm ci --ignore-scripts';

/** A job whose packages are there. */
function installed(job: Job): Job {
  return { ...job, steps: job.steps.filter(({ script }) => script !== INSTALL) };
}

/** Carries a job out against a mock; without options, one that holds what an earlier run left and its ledger names. */
async function carriedOut(
  service: Case['service'],
  job: Job,
  options: Partial<MockOptions> | null,
): Promise<Steps> {
  const mock = options === null ? await leftover() : await startMock(options);
  if (options === null) writeLedger(mock, [INTENT, INSTALLED]);
  const settings = filledIn(mock);
  const steps = await carryOut(service(settings), job, settings);
  expect(await poolOf(mock)).toEqual((options ?? { neighbours: [] }).neighbours?.map(nameOf) ?? OTHERS);
  await mock.close();
  return steps;
}

function nameOf({ templateName }: Neighbour): string {
  return templateName;
}

function printed(steps: Steps): string {
  return Object.values(steps)
    .map(({ stdout, stderr }) => stdout + stderr)
    .join('');
}
