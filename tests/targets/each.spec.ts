import { expect } from '@playwright/test';
import { MOCK_SERVER } from '../../src/lifecycle/walk/mock-name.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { conformance } from '../cli/command.ts';
import { test } from '../own-test.ts';
import { entryOf, reportText, SETTINGS, writeTargets } from './many.ts';

test('`run --plan`, `doctor` and `sweep` tell of each target below its name, in the order of the file; the worst decides @slow', async () => {
  const mock = await startMock({ server: MOCK_SERVER });
  const file = writeTargets([
    entryOf(mock, 'right'),
    { ...entryOf(mock, 'down'), endpoint: 'http://127.0.0.1:1', allowDelete: '127.0.0.1:1' },
    entryOf(mock, 'unarmed', { allowDelete: 'elsewhere.example.com' }),
  ]);
  const both = ['--targets', file, '--target', 'right', 'down'];

  const plan = await conformance(['run', '--plan', '--attempts', '3', '--targets', file], SETTINGS);
  expect([plan.code, plan.stderr]).toEqual([0, '']);
  expect(headings(plan.stdout)).toEqual(['right', 'down', 'unarmed']);
  expect(plan.stdout.match(/Nothing was sent\./g)).toHaveLength(3);
  expect(plan.stdout.match(/in at most 3 attempts/g)).toHaveLength(3);
  expect(plan.stdout).toContain(`A run needs \`MODELARTS_ALLOW_DELETE=${new URL(mock.endpoint).host}\``);
  expect(mock.requests()).toBe(0);
  expect(reportText('targets.json')).toBeNull();

  const doctor = await conformance(['doctor', ...both], SETTINGS);
  expect([doctor.code, headings(doctor.stdout)]).toEqual([3, ['right', 'down']]);
  const [, right = '', down = ''] = doctor.stdout.split(/^== .*$/m);
  expect(right).toContain('A run can begin.');
  expect(down).toContain('A run could not test this endpoint.');

  const live = await conformance(['doctor', '--live', '--targets', file, '--target', 'right'], SETTINGS);
  expect([live.code, live.stdout]).toEqual([3, expect.stringContaining('a live endpoint was asked for')]);

  const swept = await conformance(['sweep', ...both], SETTINGS);
  expect([swept.code, headings(swept.stdout)]).toEqual([0, ['right', 'down']]);
  await mock.close();
});

function headings(text: string): readonly (string | undefined)[] {
  return [...text.matchAll(/^== (.*)$/gm)].map(([, name]) => name);
}
