import { expect } from '@playwright/test';
import { textMask } from '../../src/lifecycle/masked/texts.ts';
import { test } from '../own-test.ts';

const MASKED = new Map([
  ['log', 'L'],
  ['log-agent', 'A'],
  ['own', 'O'],
  ['node-local', 'N'],
  ['x', 'X'],
  ['3.14', 'N'],
]);
const OWN = new Set(['own', 'node-local-dns']);
const mask = textMask(MASKED, OWN, new Set(['log-agent', 'node-local', 'log']));

test('a name is replaced where it is a word of its own, the longest first', () => {
  for (const [text, right] of [
    ['There is log-agent.', 'There is A.'],
    ['There is log. No log- or -log.', 'There is L. No L- or -L.'],
    ['log-agents of pool-log-agent, catalog-agent', 'As of pool-A, cataA'],
    ['node-local-dns beside node-local', 'node-local-dns beside N'],
    ['There is log-agent, and log: `log`', 'There is A, and L: `L`'],
    ['catalog, logs, pool-log, log.x', 'catalog, logs, pool-log, log.x'],
    ['"log","log-agent"', '"L","A"'],
    ['own x 3.14', 'own x 3.14'],
    ['', ''],
  ] as const)
    expect.soft(mask(text), text).toBe(right);
});

test('where nothing is masked a text stays', () => {
  expect(textMask(new Map(), new Set(), new Set())('log')).toBe('log');
});
