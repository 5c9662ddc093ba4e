import { expect } from '@playwright/test';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { type Disturbance, startDisturbed } from '../campaign/disturbed.ts';
import { liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';
import { longIf } from '../slow.ts';
import { conformance } from './command.ts';
import { onTerminal } from './on-terminal.ts';

const INSTALLING = /waiting until `node-local-dns` is installed: (\d+) s of at most 20 s/g;

for (const runner of ['direct', 'playwright']) {
  test(`on a terminal a wait of a ${runner} run is one line that updates and goes @slow`, async () => {
    const mock = await startMock({ installMs: 4500 });
    const settings = { ...liveSettings(mock.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '20000' };
    const text = await onTerminal(['run', '--runner', runner], settings);
    await mock.close();
    const seconds = [...text.matchAll(INSTALLING)].map(([, passed]) => Number(passed));
    // From the third second on, each second; the mock's two installs take four and a half.
    expect(seconds.length).toBeGreaterThan(3);
    for (const passed of seconds) expect(passed).toBeGreaterThanOrEqual(2);
    // Each is written over the one before it, and what comes next over the last.
    const CLEAR = '\r\u001b[2K';
    expect(text.split('\n').some((line) => line.split(INSTALLING).length > 4)).toBe(true);
    for (const { index } of text.matchAll(INSTALLING))
      expect(text.slice(0, index).trimEnd().endsWith(CLEAR.trimEnd())).toBe(true);
    expect(text).toContain(`${CLEAR}· a method that the path does not document is refused`);
    expect(text).toContain('CONFORMANT');
  });

  test(`in a pipeline a wait of a ${runner} run is a line after two seconds, and no control character${longIf(runner === 'playwright')}`, async () => {
    const mock = await startMock({ installMs: 4500 });
    const settings = { ...liveSettings(mock.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '20000' };
    const { code, stdout } = await conformance(['run', '--runner', runner], settings);
    await mock.close();
    expect(code).toBe(0);
    // Two installs, and the next word would come half a minute later.
    expect([...stdout.matchAll(INSTALLING)].map(([line]) => line)).toEqual(
      Array(2).fill('waiting until `node-local-dns` is installed: 2 s of at most 20 s'),
    );
    for (const control of ['\r', '\u001b']) expect(stdout).not.toContain(control);
  });
}

test('a pause that the target asks for is told of as a wait @slow', async () => {
  const mock = await startMock();
  const throttle: Disturbance = {
    instead: (response) => response.writeHead(429, { 'retry-after': '3' }).end(),
  };
  const disturbed = await startDisturbed(mock, () => (disturbed.passed.length === 1 ? throttle : null));
  const settings = { ...liveSettings(disturbed.endpoint), MODELARTS_SETTLE_TIMEOUT_MS: '20000' };
  const { code, stdout } = await conformance(['run', '--runner', 'direct'], settings);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining('waiting to send a GET again: 2 s of at most 3 s'),
  ]);
  await disturbed.close();
  await mock.close();
});
