import { expect } from '@playwright/test';
import { requirements } from '../../src/engine/judge/requirements.ts';
import { idsOf } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { deviations } from './notes/deviations.ts';
import { notesRun } from './notes/run.ts';
import { runNotes } from './run-notes.ts';

/** Of the others each has one of its kind among these. */
const QUICK = [
  '204-with-a-body',
  'default-broken-body',
  'gone-from-show-alone',
  'neighbour-deleted',
  'put-works',
];

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
  test(`caught by ${catches}: ${name}. ${title}${slowIf(!QUICK.includes(name))}`, async () => {
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
