import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../src/mock/server.ts';
import { type Disturbance, type Passing, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { startJob, untilOver } from './cancelled-job.ts';
import { conformance } from './command.ts';
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
  /** False where the run may come to its end before it is ended. */
  readonly isCut: boolean;
}

const MOMENTS: Readonly<Record<string, Moment>> = {
  'before the first request': { at: () => false, once: (text) => text.includes('Testing'), isCut: false },
  'while it waits for an install': { at: isShow, installMs: 60_000, isCut: true },
  'between refusals': {
    at: ({ method, own, before }) => method === 'DELETE' && !own && before > 0,
    isCut: true,
  },
  'while a DELETE is in flight': { at: ({ method, own }) => method === 'DELETE' && own, isCut: true },
  // An install that does not end makes a run tidy up by itself.
  'while it tidies up': { at: isRemoval, installMs: 60_000, removeMs: 1000, isCut: true },
  'while it writes reports': {
    at: () => false,
    once: () => existsSync(reports('evidence.har')),
    isCut: false,
  },
};

function isShow({ method, own }: Passing): boolean {
  return method === 'GET' && own;
}

function isRemoval({ method, own }: Passing): boolean {
  return method === 'DELETE' && own;
}

for (const [runner, line] of Object.entries(RUN)) {
  for (const [when, moment] of Object.entries(MOMENTS)) {
    test(`a ${runner} job whose shell alone is cancelled ${when} leaves nothing behind`, async () => {
      test.setTimeout(180_000);
      const { installMs = 0, removeMs = 0 } = moment;
      const mock = await startMock({ installMs, removeMs });
      const project = copyProject();
      let begin = (): void => undefined;
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const target = await startDisturbed(mock, (passing) => {
        if (moment.at(passing)) begin();
        // The run is not to be over before it is cancelled.
        return moment.at(passing) ? slowly(2000) : slowly(moment.isCut ? 0 : 30);
      });
      const settings = { ...liveSettings(target.endpoint), CONFORMANCE_REPORTS_DIR: reports('') };
      const job = startJob(project, line, settings);
      const once = moment.once;
      if (once === undefined) await begun;
      else await expect.poll(() => once(job.printed()), { timeout: 60_000, intervals: [5] }).toBe(true);
      await job.cancel();
      await untilOver(project);
      expect(await poolOf(mock)).toEqual(neighboursOf(mock));
      if (moment.isCut) {
        const report: unknown = JSON.parse(readFileSync(reports('conformance.json'), 'utf8'));
        expect(report).toMatchObject({ interrupted: true });
        expect(job.printed()).toContain('Interrupted: removing what was installed');
      }
      const swept = await conformance(['sweep'], settings);
      expect([swept.code, swept.stdout]).toEqual([0, expect.stringContaining('Nothing was left behind')]);
      await target.close();
      await mock.close();
    });
  }
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

/** What stands in the pool, by template name. */
async function poolOf({ endpoint, options }: Mock): Promise<readonly string[]> {
  const url = `${endpoint}/v2/${options.projectId}/pools/${options.poolName}/plugins`;
  const answer = await fetch(url, { headers: { 'x-auth-token': options.tokens[0] ?? '' } });
  const { items } = (await answer.json()) as { items: { spec: { template: { name: string } } }[] };
  return items.map(({ spec }) => spec.template.name);
}

const neighboursOf = ({ options }: Mock) => options.neighbours.map(({ templateName }) => templateName);
