import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { JSONReport, JSONReportSpec, JSONReportSuite } from '@playwright/test/reporter';
import { failingFindings } from '../../src/engine/judge/failing.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { theBrowser } from '../browser.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { conformance, playwright } from './command.ts';

const reports = (...names: readonly string[]) => test.info().outputPath('reports', ...names);
const report = (): Report => JSON.parse(readFileSync(reports('conformance.json'), 'utf8'));

/** The page of Playwright's own report in a browser. */
async function opened(): Promise<Page> {
  const page = await (await theBrowser()).newPage();
  await page.goto(`file://${reports('playwright', 'index.html')}`);
  await page.getByText('All8').waitFor();
  return page;
}

/** What is tested, as its reports name it. */
function nameOf({ target }: Report): string {
  // The suite's own keys name the target in the file.
  const { poolName, templateName } = target as unknown as Readonly<Record<string, string>>;
  return `${templateName} in ${poolName} at ${new URL(target.endpoint).host}`;
}

/** The tests of a run under Playwright's reporter of JSON, and the suites around them. */
async function ranAt(
  deviation: string,
): Promise<{ suites: readonly string[]; specs: readonly JSONReportSpec[] }> {
  const mock = await startMock({ deviation });
  const { stdout } = await playwright(['--reporter=json'], liveSettings(mock.endpoint));
  await mock.close();
  const all: JSONReportSuite[] = [...(JSON.parse(stdout) as JSONReport).suites];
  for (const suite of all) all.push(...(suite.suites ?? []));
  return { suites: all.map(({ title }) => title), specs: all.flatMap(({ specs }) => specs) };
}

const annotationsIn = ({ tests }: JSONReportSpec) => tests.flatMap(({ annotations }) => annotations);

test("Playwright's report is named after the target; each test whose requests broke something fails, with its exchange @slow", async () => {
  await conformance(['run', '--mock', '--deviation', 'missing-phase']);
  const page = await opened();
  await expect(page).toHaveTitle(`MOCK RUN: ${nameOf(report())}`);
  await expect(page.getByText('Failed2')).toBeVisible();
  const exchanges = new Set(
    report().requirements.flatMap((one) => failingFindings(one, false).map(({ exchange }) => exchange)),
  );
  expect(exchanges.size).toBe(2);
  const told = [...exchanges].map((exchange) => `(exchange ${exchange})`);
  for (const [at, title] of [
    'installed plug-in is deleted',
    "with the documented example's body",
  ].entries()) {
    await page.getByRole('link', { name: title }).first().click();
    const phase = page.getByText('(delete.200.body.status.phase)').first();
    await expect(phase).toHaveText(/^MUST have `status\.phase` in the 200/);
    await expect(page.getByText('/status/phase').first()).toBeVisible();
    // The attachment's own place; the step that attached it bears the same name.
    const attached = page.getByText(/^DELETE \/v2\/…\/plugins\/\S+ 200 \(exchange \d+\)$/);
    await expect(attached).toHaveCount(at + 1);
    expect(told).toContain(/\(exchange \d+\)/.exec((await attached.first().textContent()) ?? '')?.[0]);
    await attached.first().click();
    await expect(page.getByText(/^DELETE http:\/\/mock\.localhost/m).first()).toBeVisible();
    await page.goBack();
  }
  await page.close();
});

for (const way of ['`conformance run`', '`playwright test --reporter=html`']) {
  test(`no text that asks a model to mend a test is written or offered by ${way} @slow`, async () => {
    if (way.startsWith('`c')) await conformance(['run', '--mock', '--deviation', 'never-deleted']);
    else {
      const mock = await startMock({ deviation: 'never-deleted' });
      await playwright(['--reporter=html'], liveSettings(mock.endpoint));
      await mock.close();
    }
    const written = readdirSync(reports(), { recursive: true }).map(String);
    expect(written.filter((name) => /error-context|\.md$/.test(name))).toEqual(['conformance.md']);
    const page = await opened();
    await expect(page).toHaveTitle(new RegExp(`${nameOf(report())}$`));
    await page
      .getByRole('link', { name: /is deleted/ })
      .first()
      .click();
    await expect(page.getByText('delete.effect.gone').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /prompt/i })).toHaveCount(0);
    await expect(page.getByText('error-context')).toHaveCount(0);
    await page.close();
  });
}

test('what drifted and what was not observed are annotations of the tests that would have told @slow', async () => {
  const { suites, specs } = await ranAt('html-body-400');
  expect(suites).toContain(nameOf(report()));
  const told = specs.flatMap(annotationsIn).filter(({ type }) => type === 'not observed');
  const unseen = report().requirements.filter(({ outcome }) => outcome === 'not-observed');
  expect(unseen.length).toBeGreaterThan(3);
  expect(told.map(({ description }) => description).sort()).toEqual(
    unseen.map(({ id, title, because }) => `${title} (${id}): ${because?.reason}`).sort(),
  );
  const drifted = await ranAt('charset-latin1');
  const [drift] = report().requirements.filter(({ outcome }) => outcome === 'drift');
  expect(drifted.specs.every(({ ok }) => ok)).toBe(true);
  expect(drifted.specs.flatMap(annotationsIn)).toMatchObject([
    { type: 'drift', description: `${drift?.title} (${drift?.id}): ${drift?.because?.reason}` },
  ]);
});
