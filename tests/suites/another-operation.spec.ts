import { expect } from '@playwright/test';
import type { RunSuite } from '../../src/app/run/run-suite.ts';
import { loadContract } from '../../src/engine/contract/contract.ts';
import type { Expectation, Scenario } from '../../src/engine/model/scenario.ts';
import { idsOf } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import type { Deviation } from './notes/deviation.ts';
import { DESCRIPTION, notesRun } from './notes/run.ts';
import { inJson, startNotes } from './notes/server.ts';
import { notes } from './notes/suite.ts';
import { runNotes } from './run-notes.ts';

const SHOW_NOTE = { id: 'ShowNote', slug: 'show' };

const SHOWN: Expectation = {
  ...{ id: 'shown', kind: 'read', passes: [[200, 200]], drift: [], expected: '200', must: 'answer 200 to' },
  ...{ basis: 'documented', clause: 'ShowNote, 200', readings: [], documented: '200', toOwn: true },
  refusedCredentials: { 401: 'trouble', 403: 'trouble' },
};

const SHOWS: Scenario = {
  id: 'shows',
  title: 'a note is shown',
  chapter: '204',
  instance: 'present',
  probes: [
    {
      ...{ id: 'show', title: 'of a note', expected: SHOWN, operation: SHOW_NOTE.id, method: 'GET' },
      about: { operation: SHOW_NOTE, status: '200', facet: 'answer', field: null, name: 'status' },
      ...{ credentials: 'user', body: null, names: (names) => names },
    },
  ],
};

/** The notes with another operation under test: nothing but data is added. */
function withShow(deviation: Deviation | null = null): RunSuite {
  const operations = [...notes.operations, SHOW_NOTE];
  return {
    ...notesRun,
    operations,
    scenarios: [SHOWS, ...notes.scenarios],
    loadContract: () => loadContract({ file: DESCRIPTION, cache: null, tested: operations }),
    startEmbedded: (_, server) => startNotes(deviation, server),
  };
}

test('another operation is under test by its scenario alone: the description says what its answers have', async () => {
  const report = await runNotes(null, withShow());
  expect(report.verdict).toBe('conformant');
  const own = report.requirements.filter(({ id }) => id.startsWith('show.'));
  expect(own.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)).toEqual([
    ...['show.200.status', 'show.200.media-type', 'show.200.json', 'show.200.json.encoding'],
    ...['show.200.json.charset', 'show.200.json.unique-names', 'show.200.members', 'show.200.body'],
    ...['name', 'createdAt', 'state', 'content', 'content.text', 'content.labels'].map(
      (name) => `show.200.body.${name}`,
    ),
  ]);
  // What a DELETE does is no demand of a Show.
  expect(own.filter(({ id }) => id.includes('effect'))).toEqual([]);
  // That the DELETE is accepted shows in its own answers alone.
  const accepted = report.requirements.find(({ id }) => id === 'delete.204.status');
  expect([accepted?.outcome, accepted?.scenarios]).toEqual(['passed', ['there']]);
});

test('what is wrong with an answer of it is told of its requirement alone', async () => {
  const state = 'ripe';
  const wrong: Deviation = {
    ...{ name: 'shown-ripe', title: 'A note is in a state that nobody documents.', catches: '' },
    begin: () => (request, right) => {
      const answer = right();
      const isShown = request.method === 'GET' && request.names?.item !== '' && answer.status === 200;
      return isShown ? inJson(200, { ...JSON.parse(answer.body), state }) : answer;
    },
  };
  const report = await runNotes(null, withShow(wrong));
  expect([report.verdict, idsOf(report, 'failed')]).toEqual(['non-conformant', ['show.200.body.state']]);
});

test('where every DELETE is refused, that a Show is answered proves no refusal', async () => {
  const refusing: Deviation = {
    ...{ name: 'refuses-all', title: 'Every DELETE is answered 404.', catches: '' },
    begin: () => (request, right) =>
      request.method === 'DELETE' && request.token !== null
        ? inJson(404, { title: 'No.', status: 404 }, 'application/problem+json')
        : right(),
  };
  const report = await runNotes(null, withShow(refusing));
  expect(idsOf(report, 'failed')).toContain('delete.204.status');
  expect(idsOf(report, 'inconclusive')).toContain('delete.404.unknown.note');
});
