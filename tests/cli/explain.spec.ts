import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { explainedOnes, rowsOf } from '../../src/app/cli/explain.ts';
import type { Explained } from '../../src/app/cli/explained.ts';
import { ownSchema } from '../../src/engine/contract/own-schema.ts';
import { deviationNames, deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { REQUIREMENT_IDS } from '../mock/requirement-ids.ts';
import { test } from '../own-test.ts';
import { conformance, MAIN, NEEDED } from './command.ts';

const fits = ownSchema<readonly Explained[]>('explain.schema.json');

test('`explain` lists every requirement', async () => {
  const { code, stdout } = await conformance(['explain']);
  expect(code).toBe(0);
  const ids = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(ids.sort()).toEqual([...REQUIREMENT_IDS].sort());
});

test('`explain` says what one demands, where it comes from, and which deviation it catches', async () => {
  const { code, stdout } = await conformance(['explain', 'delete.200.body.status.phase']);
  expect(code).toBe(0);
  expect(stdout).toContain('"Abnormal"');
  expect(stdout).toContain('Delete a Plug-in, Response Parameters, status code 200, PluginStatus');
  expect(stdout).toContain('`npx --no conformance run --mock --deviation missing-phase`');
  const own = deviations.filter(({ catches }) => catches === 'delete.200.body.status.phase');
  expect(stdout).toContain(`${own.length} deviations of the mock`);
  for (const { name, title } of own) expect(stdout).toMatch(new RegExp(`^ +${name} +${title}$`, 'm'));
});

test('`explain` keeps what the page says apart from what is added to it, and names the readings @slow', async () => {
  const { stdout } = await conformance(['explain', 'delete.400.body.error_code']);
  expect(stdout).toMatch(/^ {2}clause {5}Response Parameters, status code 400, error_code \(documented\)$/m);
  expect(stdout).toMatch(/^ {2}added {6}`pattern`, every published example: .*4 to 8 digits\.$/m);
  expect(stdout).toMatch(/^ {2}added {6}`required`, this suite's reading: /m);
  expect(stdout).toMatch(
    /^ {2}rests on {3}mandatory-error-members: .*\.\n {2}read as {4}.*neither is empty; .*\.$/m,
  );
  const effect = await conformance(['explain', 'delete.effect.unlisted']);
  expect(effect.stdout).toMatch(/^ {2}added {6}this suite's reading: .*List stops naming it/m);
  expect(effect.stdout).toMatch(/^ {2}rests on {3}accepted: /m);
});

test('`explain` names each reading that a requirement rests on, what the documents leave open and how that is read', async () => {
  const { all } = await explainedOnes();
  expect(all.filter(({ readings }) => readings.length > 0).length).toBeGreaterThan(20);
  for (const one of all) {
    const rows = rowsOf(one);
    const told = rows.flatMap((row, at) => (row[0] === '  rests on   ' ? [[row, rows[at + 1]]] : []));
    expect([one.id, told]).toEqual([
      one.id,
      one.readings.map(({ id, documents, reading }) => [
        ['  rests on   ', `${id}: ${documents}`],
        ['  read as    ', reading],
      ]),
    ]);
  }
});

test('on a terminal each text is wrapped below its own beginning', () => {
  const command = `stty cols 72 && ${process.execPath} ${MAIN} explain delete.effect.gone`;
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    ...{ cwd: test.info().outputPath(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    env: { ...NEEDED, SHELL: '/bin/sh' },
  });
  const lines = stdout.trimEnd().split(/\r?\n/);
  expect(lines.filter((line) => line.length > 72)).toEqual([]);
  const at = lines.findIndex((line) => line.startsWith('  read as    A 200 means'));
  expect(lines[at + 1]).toMatch(/^ {13}\w/);
});

test('`explain --json` prints all that is known of every requirement, and nothing else', async () => {
  const { code, stdout, stderr } = await conformance(['explain', '--json']);
  expect([code, stderr]).toEqual([0, '']);
  const all = JSON.parse(stdout);
  if (!fits(all)) throw new Error(JSON.stringify(fits.errors));
  expect(all).toEqual((await explainedOnes()).all);
  expect(all.map(({ id }) => id).sort()).toEqual([...REQUIREMENT_IDS].sort());
  for (const { id, clause, provenBy } of all) {
    const known = deviations.filter(({ catches }) => catches === id).map(({ name }) => name);
    expect([id, clause === '', provenBy]).toEqual([id, false, known]);
  }
});

test('`explain --json` of one, or of the beginning of several, has those alone, and what each comes from @slow', async () => {
  const { stdout } = await conformance(['explain', 'delete.400.body.error_code', '--json']);
  const [one, ...others] = JSON.parse(stdout);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    ...{ id: 'delete.400.body.error_code', level: 'MUST', basis: 'documented' },
    member: { answer: '400', path: 'error_code', mayBeAbsent: false },
    scenarios: ['ill-formed', 'unknown', 'repeated'],
  });
  expect(one.says[0]).toEqual({
    document: 'Delete a Plug-in',
    clause: 'Response Parameters, status code 400, error_code',
    says: '`error_code`: String, the code of the error.',
  });
  expect(one.added).toContainEqual({
    keyword: 'pattern',
    basis: 'observed',
    note: expect.stringContaining('digits'),
  });
  expect(one.readings).toEqual([
    expect.objectContaining({
      id: 'mandatory-error-members',
      reading: expect.stringContaining('neither is empty'),
    }),
  ]);
  const several = await conformance(['explain', 'delete.effect', '--json']);
  const ids: readonly string[] = JSON.parse(several.stdout).map(({ id }: Explained) => id);
  expect(ids).toEqual(REQUIREMENT_IDS.filter((id) => id.startsWith('delete.effect.')));
  const unknown = await conformance(['explain', 'delete.effekt', '--json']);
  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
});

test('what is not in the schema of `explain --json` does not fit', async () => {
  const [one] = (await explainedOnes()).all;
  for (const wrong of [{ more: 1 }, { level: 'must' }, { provenBy: [] }, { readings: ['a'] }, { id: 'a' }]) {
    expect([wrong, fits([{ ...one, ...wrong }])]).toEqual([wrong, false]);
  }
  expect([fits([]), fits([one])]).toEqual([false, true]);
});

test('`explain` of an unknown id proposes the nearest', async () => {
  const { code, stderr } = await conformance(['explain', 'delete.200.body.status.fase']);
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean `delete.200.body.status.phase`?');
});

test('the mock lists its deviations', async () => {
  const { stdout } = await conformance(['mock', '--list']);
  const names = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(names.sort()).toEqual([...deviationNames].sort());
});

for (const command of [[], ['run'], ['mock'], ['explain']]) {
  test(`\`${['conformance', ...command, '--help'].join(' ')}\` explains itself and exits 0`, async () => {
    const { code, stdout } = await conformance([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: conformance');
  });
}

test('what recordings alone are judged by is explained by its id, and stands in no list', async () => {
  const { code, stdout } = await conformance(['explain', 'delete.status.documented']);
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^delete\.status\.documented\n {2}MUST answer with a status/),
  ]);
  expect(stdout).toContain('  seen in    recording\n');
  expect(stdout).not.toMatch(/shown by|undefined/);
  expect((await conformance(['explain'])).stdout).not.toContain('delete.status.documented');
});
