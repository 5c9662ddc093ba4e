import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { requirements } from '../../src/engine/judge/requirements.ts';
import { pluginsContract } from '../../src/suites/modelarts-plugins/load.ts';
import { deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { pluginsRun } from '../../src/suites/modelarts-plugins/run.ts';
import { triedPlugins } from '../../src/suites/modelarts-plugins/tried.ts';
import type { Sensitivity } from '../../src/trials/model.ts';
import { sensitivityHtml } from '../../src/trials/report/page.ts';
import { theBrowser } from '../browser.ts';
import { idsOf, run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { openPage } from '../report/open-page.ts';
import { keepPictures } from './pictures.ts';
import { together } from './together.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SIZE = { width: 1280, height: 1440 };

/** A dozen violations of answers and of the pool, as a reader may meet them at once. */
const BROKEN = [
  ...['missing-phase', 'replicas-negative', 'template-version-number', 'missing-kind'],
  ...['request-id-number', 'error-code-short', 'stack-trace'],
  ...['no-token-404', 'put-with-body-204', 'repeat-200', 'deletes-neighbour', 'html'],
];

/** The text of a page as a browser of the project's tests shows it, at the top. */
async function pictureOf(text: string): Promise<Buffer> {
  const { page, trouble } = await openPage(await theBrowser(), text, {
    viewport: SIZE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  expect(trouble).toEqual([]);
  const picture = await page.screenshot();
  await page.context().close();
  return picture;
}

/** The page of a run that a mock of many faults answers. */
async function reportPage(): Promise<string> {
  const manner = together(BROKEN);
  const startEmbedded = (_: string | null, server: string) => startMock({ server }, manner, false);
  const { input } = await run({}, { suite: { ...pluginsRun, startEmbedded } });
  expect(input.report.verdict).toBe('non-conformant');
  expect(idsOf(input.report, 'failed').length).toBeGreaterThanOrEqual(10);
  return readFileSync(test.info().outputPath('reports', 'conformance.html'), 'utf8');
}

/** The page of the trials: those that were made last where they are of this suite, else new ones. */
async function sensitivityPage(): Promise<string> {
  const contract = await pluginsContract();
  const all = requirements({ suite: triedPlugins, contract });
  const isOfNow = (report: Sensitivity) =>
    report.contract.sha256 === contract.sha256 &&
    report.deviations.trials.map(({ name }) => name).join() === deviations.map(({ name }) => name).join() &&
    report.requirements.total === all.length;
  const last = readTrials(join(ROOT, 'reports'));
  const report = last !== null && isOfNow(last) ? last : tryAll();
  const titles = Object.fromEntries(all.map(({ id, title }) => [id, title]));
  return sensitivityHtml(
    report,
    all.map(({ id }) => id),
    titles,
  );
}

function readTrials(dir: string): Sensitivity | null {
  const file = join(dir, 'sensitivity.json');
  // Written by the command.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sensitivity) : null;
}

function tryAll(): Sensitivity {
  const dir = test.info().outputPath('trials');
  const args = ['bin/conformance.mjs', 'sensitivity', '--seed', '2026'];
  execFileSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, CONFORMANCE_REPORTS_DIR: dir } });
  const report = readTrials(dir);
  if (report === null) throw new Error('The trials wrote no file.');
  return report;
}

test('the pictures of the documents are made again @slow', async () => {
  test.setTimeout(1_800_000);
  await keepPictures({
    'report.png': await pictureOf(await reportPage()),
    'sensitivity.png': await pictureOf(await sensitivityPage()),
  });
});
