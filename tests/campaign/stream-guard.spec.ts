import { expect } from '@playwright/test';
import { betweenColors, ownColors } from '../../src/app/terminal/own-colors.ts';
import { print, printCommand, printError } from '../../src/app/terminal/print.ts';
import { guardText, letDraw } from '../../src/app/terminal/stream-guard.ts';
import { inertLine } from '../../src/engine/report/inert.ts';
import { test } from '../own-test.ts';

const before = { stdout: process.stdout.write, stderr: process.stderr.write };

/** What reached the streams below the guard. */
let written: unknown[] = [];

test.beforeEach(() => {
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (text: unknown) => written.push(text) > 0;
  }
});

test.afterEach(() => {
  process.stdout.write = before.stdout;
  process.stderr.write = before.stderr;
});

/** A guard is one of its process, and this one goes with the streams of the test. */
function withGuard<T>(act: () => T): T {
  Reflect.deleteProperty(globalThis, Symbol.for('modelarts-plugin-conformance.stream-guard'));
  guardText();
  return act();
}

test('what somebody else prints does nothing, as text, bytes or in another encoding', () => {
  withGuard(() => {
    process.stdout.write('a\u001b[31mb\n::error::c');
    process.stderr.write(Buffer.from('##vso[a]\u202e'));
    process.stdout.write(Buffer.from('##[a]').toString('hex'), 'hex');
    process.stdout.write('fine\n');
  });
  expect(written).toEqual([
    'a\\u001b[31mb\n\\u003a:error::c',
    '#\\u0023vso[a]\\u202e',
    '#\\u0023[a]',
    'fine\n',
  ]);
});

test('each line that is printed is one, and only our own colours and commands work in it', () => {
  const colors = ownColors(true);
  withGuard(() => {
    print(`${colors.red('a\u001b[31m')} b\n✓`, '', '::error::c');
    printError(colors.bold('##[d]'));
    printCommand('::error::e\nf');
  });
  expect(written).toEqual([
    '\u001b[31ma\\u001b[31m\u001b[39m b\\n✓\n\n\\u003a:error::c\n',
    '\u001b[1m#\\u0023[d]\u001b[22m\n',
    '::error::e f\n',
  ]);
});

test('a text that holds codes like ours has none of them', () => {
  const shown = betweenColors('\u0001\u001b[31m\u0001', inertLine);
  expect(shown).toBe('\\u0001\\u001b[31m\\u0001');
  expect(ownColors(false).red('a')).toBe('a');
});

test('a reporter of Playwright may draw, and the one for GitHub print commands, at the beginning alone', () => {
  withGuard(() => {
    letDraw({ commands: false });
    process.stdout.write('\u001b[1A\u001b[2K\u001b[31ma\u001b]0;b\u0007');
    process.stdout.write('::error title=a::b');
    letDraw({ commands: true });
    process.stdout.write('::error title=a::b\n::error::c ##[d]');
    process.stdout.write('::set-output name=a::b');
  });
  expect(written).toEqual([
    '\u001b[1A\u001b[2K\u001b[31ma\\u001b]0;b\\u0007',
    '\\u003a:error title=a::b',
    '::error title=a::b\n\\u003a:error::c #\\u0023[d]',
    '\\u003a:set-output name=a::b',
  ]);
});
