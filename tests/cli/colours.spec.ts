import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance, playwright } from './command.ts';

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
  test(`${JSON.stringify(environment)} makes a run's text ${isColoured ? 'coloured' : 'plain'}${slowIf(isStoodFor(at))}`, async () => {
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

/** Has every process of a run look at its colours as it starts, as Node does by itself from version 22 on. */
function lookingAtColours(): Readonly<Record<string, string>> {
  const file = test.info().outputPath('look.cjs');
  writeFileSync(file, "require('node:tty').WriteStream.prototype.getColorDepth();\n");
  return { NODE_OPTIONS: `--require=${file}` };
}

for (const [title, begin] of [
  ['conformance run', (environment) => conformance(['run', '--mock'], environment)],
  ['Playwright itself', (environment) => playwright(['--project=conformance'], environment)],
] as const satisfies readonly (readonly [
  string,
  (environment: Readonly<Record<string, string>>) => unknown,
])[]) {
  test(`no colours are no reason for a warning of Node's, by ${title} @slow`, async () => {
    const { code, stdout, stderr } = await begin({ ...lookingAtColours(), NO_COLOR: '1' });
    expect([code, stderr, stdout.includes(ESCAPE)]).toEqual([0, '', false]);
    expect(stdout).not.toContain('NO_COLOR');
  });
}
