import { expect } from '@playwright/test';
import { runDirect } from '../../src/app/run/direct.ts';
import { readSettings } from '../../src/app/settings/read.ts';
import { requirements } from '../../src/engine/judge/requirements.ts';
import type { Report } from '../../src/engine/model/report.ts';
import { lineVoice } from '../../src/lifecycle/walk/voice.ts';
import { idsOf } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { deviations } from './notes/deviations.ts';
import { notesRun } from './notes/run.ts';

/** A run of the notes against their own server, in this process. */
async function runNotes(deviation?: string): Promise<Report> {
  const settings = readSettings({
    environment: { CONFORMANCE_REPORTS_DIR: test.info().outputPath('reports') },
    dotenv: null,
    directory: test.info().outputPath(),
    proxyFor: () => '',
    commandLine: { mock: true, runner: 'direct', ...(deviation === undefined ? {} : { deviation }) },
  });
  const interrupt = new AbortController().signal;
  const { input } = await runDirect(settings, notesRun, { voice: lineVoice(() => undefined), interrupt });
  return input.report;
}

test('a server of notes that does as its description says is conformant', async () => {
  const report = await runNotes();
  expect([report.verdict, report.reason]).toEqual([
    'conformant',
    expect.stringContaining('No MUST was broken'),
  ]);
  expect(idsOf(report, 'failed', 'drift', 'inconclusive', 'not-applicable')).toEqual([]);
  // Members that a problem may leave out, and its server does.
  const mayBeAbsent = /\.body\.(detail|instance)$|\.404\.body\.errors/;
  expect(idsOf(report, 'not-observed').filter((id) => !mayBeAbsent.test(id))).toEqual([]);
});

for (const { name, title, catches } of deviations) {
  test(`caught by ${catches}: ${name}. ${title}`, async () => {
    const { verdict, requirements: judged } = await runNotes(name);
    expect(verdict).toBe('non-conformant');
    expect(judged.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toContain(catches);
  });
}

test('a documented answer has its requirements by its own key, with a body and without', async () => {
  const contract = await notesRun.loadContract();
  const ids = requirements({ suite: notesRun, contract }).map(({ id }) => id);
  const ofAnswers = ids.filter((id) => /\.(media-type|json|body|members)(\.|$)/.test(id));
  const ofProblem = (key: string) =>
    [
      ...['media-type', 'json', 'json.encoding', 'json.charset', 'json.unique-names', 'members', 'body'],
      ...['type', 'title', 'status', 'detail', 'instance', 'errors'].map((name) => `body.${name}`),
      ...['detail', 'found', 'found.length', 'allowed', 'allowed.length'].map(
        (name) => `body.errors.${name}`,
      ),
    ].map((name) => `delete.${key}.${name}`);
  expect(ofAnswers).toEqual(['delete.204.body', ...ofProblem('404'), ...ofProblem('default')]);
});

test('no deviation is called like another, and each is caught by a requirement of the description', async () => {
  const contract = await notesRun.loadContract();
  const ids = requirements({ suite: notesRun, contract }).map(({ id }) => id);
  expect(new Set(deviations.map(({ name }) => name)).size).toBe(deviations.length);
  expect(deviations.filter(({ catches }) => !ids.includes(catches))).toEqual([]);
});
