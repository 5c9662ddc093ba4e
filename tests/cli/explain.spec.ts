import { expect } from '@playwright/test';
import { deviationNames, deviations } from '../../src/suites/modelarts-plugins/mock/deviations/deviations.ts';
import { REQUIREMENT_IDS } from '../mock/requirement-ids.ts';
import { test } from '../own-test.ts';
import { conformance } from './command.ts';

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
  expect(stdout).toMatch(/^ {2}rests on {3}mandatory-error-members: .*neither is empty; .*\.$/m);
  const effect = await conformance(['explain', 'delete.effect.unlisted']);
  expect(effect.stdout).toMatch(/^ {2}added {6}this suite's reading: .*List stops naming it/m);
  expect(effect.stdout).toMatch(/^ {2}rests on {3}accepted: /m);
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
