import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { conformance } from './command.ts';

const ODD: Readonly<Record<string, (path: string) => void>> = {
  'a directory': (path) => mkdirSync(path),
  'a FIFO': (path) => void execFileSync('mkfifo', [path]),
  'a device': (path) => symlinkSync('/dev/full', path),
};

for (const [kind, make] of Object.entries(ODD)) {
  test(`a ledger that is ${kind} ends every command that uses it in exit 2, and nothing is sent @slow`, async () => {
    const mock = await startMock();
    const ledger = test.info().outputPath('ledger');
    make(ledger);
    const settings = { ...liveSettings(mock.endpoint), CONFORMANCE_LEDGER: ledger };
    for (const command of ['run --runner direct', 'run', 'sweep', 'doctor']) {
      const { code, stdout, stderr } = await conformance(command.split(' '), settings);
      expect([command, code]).toEqual([command, 2]);
      expect(stdout + stderr).toContain(
        `\`CONFORMANCE_LEDGER\` is \`${ledger}\`, which is ${kind}; right would be a regular file`,
      );
    }
    expect(mock.requests()).toBe(0);
    await mock.close();
  });
}
