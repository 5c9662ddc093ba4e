import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { slowIf } from '../slow.ts';
import { conformance } from './command.ts';

const ESCAPE = '\u001b[';

/** What the environment says of colours, and whether there are some where nobody looks at a terminal. */
const ASKED: readonly (readonly [environment: Readonly<Record<string, string>>, isColoured: boolean])[] = [
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: 'true' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: 'false' }, false],
  [{ FORCE_COLOR: '' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [{ NO_COLOR: '1' }, false],
  [{ CI: 'true' }, false],
  [{}, false],
];

for (const [at, [environment, isColoured]] of ASKED.entries()) {
  test(`${JSON.stringify(environment)} makes a run's text ${isColoured ? 'coloured' : 'plain'}${slowIf(at % 3 !== 0)}`, async () => {
    const { code, stdout } = await conformance(['run', '--mock', '--runner', 'direct'], environment);
    expect([code, stdout.includes(ESCAPE)]).toEqual([0, isColoured]);
  });
}

test('under Playwright it is the same @slow', async () => {
  const environment = { FORCE_COLOR: '1', NO_COLOR: '1' };
  const plain = await conformance(['run', '--mock'], environment);
  const coloured = await conformance(['run', '--mock'], { FORCE_COLOR: '1' });
  expect([plain.stdout.includes(ESCAPE), coloured.stdout.includes(ESCAPE)]).toEqual([false, true]);
});
