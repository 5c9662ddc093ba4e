import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { isStoodFor, longIf, slowIf } from '../slow.ts';
import { inShell } from './in-shell.ts';
import { expectNeighboursAlone } from './neighbours-alone.ts';

const STREAMS = {
  'standard output on a full disk': { streams: '>/dev/full', code: 4 },
  'both streams on a full disk': { streams: '>/dev/full 2>/dev/full', code: 4 },
  'standard output closed': { streams: '>&-', code: 0 },
};

for (const runner of ['direct', 'playwright']) {
  for (const [what, { streams, code }] of Object.entries(STREAMS)) {
    test(`a ${runner} run with ${what} goes to its end, and ends in exit ${code}${runner === 'playwright' ? longIf(streams !== '>/dev/full') : slowIf(streams !== '>/dev/full')}`, async () => {
      const mock = await startMock();
      const ended = await inShell({ streams }, ['run', '--runner', runner], liveSettings(mock.endpoint));
      expect(ended.code).toBe(code);
      await expectNeighboursAlone(mock);
      const report = test.info().outputPath('reports', 'conformance.json');
      expect(JSON.parse(readFileSync(report, 'utf8')).verdict).toBe('conformant');
      if (streams === '>/dev/full') {
        expect(ended.stderr).toContain('Standard output could not be written (`ENOSPC`).');
        expect(ended.stderr).toContain('✓ CONFORMANT');
      }
      await mock.close();
    });
  }
}

test('a run that has nothing to say on standard error is as any other where that is on a full disk @slow', async () => {
  const mock = await startMock();
  const streams = '2>/dev/full';
  const ended = await inShell({ streams }, ['run', '--runner', 'direct'], liveSettings(mock.endpoint));
  expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining('✓ CONFORMANT')]);
  await mock.close();
});

for (const [at, command] of ['--help', 'explain', 'mock --list', 'run --plan', 'sweep'].entries()) {
  test(`\`${command}\` into a full disk ends in exit 4, and says so${slowIf(isStoodFor(at))}`, async () => {
    const mock = await startMock();
    const ended = await inShell({ streams: '>/dev/full' }, command.split(' '), liveSettings(mock.endpoint));
    expect([ended.code, ended.stderr]).toEqual([4, 'Standard output could not be written (`ENOSPC`).\n']);
    await mock.close();
  });
}
