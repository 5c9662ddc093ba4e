import { expect } from '@playwright/test';
import { blockOf } from '../../src/app/terminal/block.ts';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { onTerminal } from '../cli/on-terminal.ts';
import { test } from '../own-test.ts';
import { entryOf, SETTINGS, writeTargets } from './many.ts';
import { terminalOf } from './terminal.ts';

test('lines are shown in place of those before, and what stays is printed above them', () => {
  const screen = terminalOf(40);
  const block = blockOf(screen);
  block.show(['one', 'two', 'three']);
  expect(screen.rows).toEqual(['one', 'two', 'three', '']);
  block.show(['1', '2']);
  expect(screen.rows).toEqual(['1', '2', '']);
  block.above(['over', 'done']);
  expect(screen.rows).toEqual(['over', 'done', '1', '2', '']);
  block.show([]);
  block.above(['last']);
  block.show(['3']);
  block.clear();
  expect(screen.rows).toEqual(['over', 'done', 'last', '']);
});

test('no line is wider than the terminal, wide characters counted, and what others made in it does nothing', () => {
  const screen = terminalOf(12);
  const block = blockOf(screen);
  block.show(['0123456789a', '0123456789ab', '插件插件插件插件', 'a\u001b[2Jb\nc']);
  expect(screen.rows).toEqual([
    '0123456789a',
    '0123456789…',
    '插件插件插…',
    expect.not.stringContaining('\n'),
    '',
  ]);
  expect(screen.rows.join('')).not.toContain('\u001b');
  block.show(['x']);
  expect(screen.rows).toEqual(['x', '']);
});

test('no more lines are shown than the terminal is high, so that all of them are written over', () => {
  const screen = terminalOf(40);
  const block = blockOf(screen, () => 4);
  block.show(['1', '2', '3', '4', '5']);
  expect(screen.rows).toEqual(['1', '2', '… 3 more lines', '']);
  block.above(['over']);
  block.show(['a', 'b', 'c']);
  expect(screen.rows).toEqual(['over', 'a', 'b', 'c', '']);
  const low = terminalOf(40);
  blockOf(low, () => 1).show(['1', '2']);
  expect(low.rows).toEqual(['… 2 more lines', '']);
});

test('on a terminal each target of a run has one line, in place, and stands there once at the end @slow', async () => {
  const mock = await startMock({ installMs: 1200 });
  const file = writeTargets([
    entryOf(mock, 'first'),
    entryOf(mock, 'second', { template: 'other-template' }),
  ]);
  const text = await onTerminal(['run', '--targets', file], SETTINGS);
  await mock.close();
  // What was over-written, as long as it went on.
  expect(text).toMatch(/· first +\d s {2}an installed plug-in is deleted/);
  expect(text).toContain('  1 target waiting');
  const screen = terminalOf(100);
  screen.write(text);
  const named = screen.rows.filter((row) => /^(?:·|✓) (?:first|second)/.test(row));
  expect(named).toEqual([
    expect.stringMatching(/^✓ first +1 of 2, [\d.]+ m?s {2}conformant$/),
    expect.stringMatching(/^✓ second +2 of 2, [\d.]+ m?s {2}conformant$/),
  ]);
  expect(screen.rows.join('\n')).not.toContain('waiting');
});
