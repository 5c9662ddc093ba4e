import { expect } from '@playwright/test';
import { judge } from '../../src/engine/judge/judge.ts';
import { evidenceOf, type Recording } from '../../src/engine/report/har-recording.ts';
import { masked } from '../../src/lifecycle/masked/recording.ts';
import { Salted } from '../../src/lifecycle/masked/salted.ts';
import { run } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { deviations } from '../suites/notes/deviations.ts';
import { notesRun } from '../suites/notes/run.ts';
import { notes, TARGET } from '../suites/notes/suite.ts';

/** What the notebook has beside the run's own note. */
const NEIGHBOURS = ['bread', 'spices'];
const { token: _, ...NAMES } = TARGET;
const OWN = { resource: notes.resource, names: NAMES, kept: new Set(['written']) };

/** A run of the notes: what it recorded, in the words of its evidence. */
async function recorded(deviation: string | null): Promise<Recording> {
  const { input } = await run({}, { suite: notesRun, ...(deviation === null ? {} : { deviation }) });
  return { run: input.report.run.id, exchanges: input.exchanges, recorded: input.recorded ?? [] };
}

/** What the rules say of it. */
async function outcomesOf(recording: Recording): Promise<readonly string[]> {
  const contract = await notesRun.loadContract();
  const known = new Set(notes.scenarios.map(({ id }) => id as string));
  const evidence = evidenceOf(recording).filter(({ scenario }) => known.has(scenario));
  const judged = judge({ suite: notesRun, contract, evidence, source: 'install', settleTimeoutMs: 1500 });
  return judged.map(({ id, outcome, findings }) =>
    [id, outcome, ...findings.map(({ fingerprint }) => fingerprint)].join(' '),
  );
}

for (const deviation of [null, ...deviations.map(({ name }) => name)]) {
  const isQuick = deviation === null || deviation === 'neighbour-deleted';
  test(`the rules find the same where neighbours are masked: ${deviation ?? 'none deviates'}${slowIf(!isQuick)}`, async () => {
    const recording = await recorded(deviation);
    const made = masked(recording, { ...OWN, salted: new Salted('salt') });
    expect(await outcomesOf(made.recording)).toEqual(await outcomesOf(recording));
    const text = JSON.stringify(made.recording);
    for (const name of NEIGHBOURS) {
      expect(JSON.stringify(recording)).toContain(name);
      expect(text).not.toContain(name);
      expect(made.text(`There is ${name}.`)).toMatch(/^There is masked-[0-9a-f]{16}\.$/);
    }
    expect(text).toContain(TARGET.item);
  });
}

test('what cannot be read of a List, or of a Show of another, is masked as a whole', async () => {
  const recording = await recorded(null);
  const secret = { secret: 'badger', deep: [{ more: 'weasel' }] };
  const exchanges = recording.exchanges.map((one) => {
    const { response } = one;
    if (response === null || response.status !== 200) return one;
    const names = one.operation === 'ShowNote' ? { ...NAMES, item: 'bread' } : one.names;
    return {
      ...one,
      names,
      response: { ...response, body: { ...response.body, data: JSON.stringify(secret) } },
    };
  });
  const made = masked({ ...recording, exchanges }, { ...OWN, salted: new Salted('salt') });
  expect(JSON.stringify(exchanges)).toMatch(/badger.*weasel/);
  const looks = made.recording.exchanges.filter(({ request }) => request.method === 'GET');
  expect(JSON.stringify(looks)).not.toMatch(/badger|weasel|secret/);
});

test('a trouble and a body that broke off tell nothing', async () => {
  const recording = await recorded(null);
  const exchanges = recording.exchanges.map((one) => {
    const { response } = one;
    if (response === null || one.purpose !== 'list') return one;
    const data = '{"notes":[{"name":"bread","content":{"text":"badger';
    const trouble = { kind: 'cut', message: 'It broke off.', bytes: data } as const;
    return { ...one, trouble, response: { ...response, body: { ...response.body, data } } };
  });
  const made = masked({ ...recording, exchanges }, { ...OWN, salted: new Salted('salt') });
  expect(JSON.stringify(made.recording)).not.toContain('badger');
});
