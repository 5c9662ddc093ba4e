import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Disturbance, type Passing, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { type Job, startJob, untilOver } from './cancelled-job.ts';
import { conformance } from './command.ts';
import { neighboursOf, poolOf } from './pool-of.ts';
import { copyProject } from './project-copy.ts';

const RUN = { direct: 'npm run conformance -- --runner direct', playwright: 'npm run conformance' } as const;
const reports = (name: string) => test.info().outputPath('reports', name);

/** When a job is cancelled: at a request of it, or once it has said or written something. */
interface Moment {
  readonly at: (passing: Passing) => boolean;
  readonly once?: (printed: string) => boolean;
  /** How long an install takes, and a removal. */
  readonly installMs?: number;
  readonly removeMs?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** False where the run may come to its end before it is ended. */
  readonly isCut: boolean;
}

const INSTALLING: Moment = { at: isShow, installMs: 60_000, isCut: true };

const MOMENTS: Readonly<Record<string, Moment>> = {
  'before the first request': { at: () => false, once: (text) => text.includes('Testing'), isCut: false },
  'while it waits for an install': INSTALLING,
  'between refusals': {
    at: ({ method, own, before }) => method === 'DELETE' && !own && before > 0,
    isCut: true,
  },
  'while a DELETE is in flight': { at: ({ method, own }) => method === 'DELETE' && own, isCut: true },
  // An install that does not end makes a run tidy up by itself.
  'while it tidies up': {
    at: isRemoval,
    installMs: 60_000,
    removeMs: 3500,
    settings: { MODELARTS_SETTLE_TIMEOUT_MS: '6000' },
    isCut: true,
  },
  'while it writes reports': {
    at: () => false,
    once: () => existsSync(reports('evidence.har')),
    isCut: false,
  },
};

/** The moment that is another under Playwright, whose own page is written then too. */
const WRITING = 'while it writes reports';

function isShow({ method, own }: Passing): boolean {
  return method === 'GET' && own;
}

function isRemoval({ method, own }: Passing): boolean {
  return method === 'DELETE' && own;
}

for (const [runner, line] of Object.entries(RUN)) {
  for (const [when, moment] of Object.entries(MOMENTS)) {
    const isAlike = runner === 'playwright' && when !== WRITING;
    test(`a ${runner} job whose shell alone is cancelled ${when} leaves nothing behind${longIf(isAlike)}`, async () => {
      await cancelAt(moment, line);
    });
  }
  test(`a ${runner} job that npm itself is, cancelled, leaves nothing behind @slow`, async () => {
    await cancelAt(INSTALLING, `exec ${line}`);
  });
}

test("Playwright's own command, cancelled with its shell alone and its output closed, leaves nothing behind @slow", async () => {
  await cancelAt(INSTALLING, 'npx playwright test --project=conformance', (job) => {
    job.child.stdout?.destroy();
    job.child.stderr?.destroy();
  });
});

for (const how of ['setsid', 'nohup']) {
  test(`a run that was started with \`${how}\` outlives its shell @slow`, async () => {
    test.setTimeout(180_000);
    const mock = await startMock();
    const project = copyProject();
    const target = await startDisturbed(mock, () => slowly(60));
    const settings = { ...liveSettings(target.endpoint), CONFORMANCE_REPORTS_DIR: reports('') };
    const line = `${how} ${RUN.direct} > log.txt 2>&1 &\nwhile [ ! -e ledger.ndjson ]; do sleep 0.1; done`;
    const job = startJob(project, line, { ...settings, CONFORMANCE_LEDGER: project.path('ledger.ndjson') });
    await new Promise((resolve) => job.child.once('close', resolve));
    expect(job.printed()).toContain('The shell came to its end.');
    expect(existsSync(reports('conformance.json'))).toBe(false);
    await untilOver(project);
    expect(report()).toMatchObject({ verdict: 'conformant', interrupted: false });
    await target.close();
    await mock.close();
  });
}

test('the mock that npm started ends with the shell that it was started from @slow', async () => {
  const project = copyProject();
  const job = startJob(project, 'npm run mock', {});
  await expect.poll(job.printed, { timeout: 60_000 }).toContain('# Ctrl-C ends it.');
  job.kill();
  await untilOver(project);
});

test('no script of the package needs `exec` @slow', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: Readonly<Record<string, string>> };
  expect(Object.values(scripts).filter((script) => /\bexec\b/.test(script))).toEqual([]);
});

/** Cancels a job at a moment of its run, and looks for what it left. */
async function cancelAt(
  { at, once, isCut, settings: own = {}, ...took }: Moment,
  line: string,
  afterwards: (job: Job) => void = () => undefined,
): Promise<void> {
  test.setTimeout(240_000);
  const mock = await startMock(took);
  const project = copyProject();
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const target = await startDisturbed(mock, (passing) => {
    // The run is not to be over before it is cancelled.
    if (!at(passing)) return slowly(isCut ? 0 : 30);
    begin();
    return slowly(2000);
  });
  const settings = { ...liveSettings(target.endpoint), ...own, CONFORMANCE_REPORTS_DIR: reports('') };
  const job = startJob(project, line, settings);
  if (once === undefined) await begun;
  else await expect.poll(() => once(job.printed()), { timeout: 60_000, intervals: [5] }).toBe(true);
  await job.cancel();
  const said = job.printed();
  afterwards(job);
  await untilOver(project);
  expect(await poolOf(mock)).toEqual(neighboursOf(mock));
  if (isCut) {
    expect(report()).toMatchObject({ interrupted: true });
    expect(said).toContain('Interrupted: removing what was installed');
  }
  const swept = await conformance(['sweep'], settings);
  expect([swept.code, swept.stdout]).toEqual([0, expect.stringContaining('Nothing was left behind')]);
  await target.close();
  await mock.close();
}

function report(): unknown {
  return JSON.parse(readFileSync(reports('conformance.json'), 'utf8'));
}

/** Carried out at once, and answered after so many milliseconds. */
function slowly(milliseconds: number): Disturbance {
  if (milliseconds === 0) return null;
  const after = (response: ServerResponse, { status, body }: { status: number; body: string }) => {
    const answer = () => response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    setTimeout(answer, milliseconds);
  };
  return { after };
}
