import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { cutLinesIn, cutLinesText } from '../../src/lifecycle/cut-lines.ts';
import { PLUGIN } from '../../src/suites/modelarts-plugins/words.ts';
import { test } from '../own-test.ts';

const LEDGERS: Readonly<Record<string, { readonly text: string; readonly cut: readonly number[] }>> = {
  'is empty': { text: '', cut: [] },
  'has whole lines alone': { text: '{"a":1}\n{"b":2}\n', cut: [] },
  'has an empty line, and lines as Windows ends them': { text: '{"a":1}\r\n\r\n{"b":2}\r\n', cut: [] },
  'ends in a whole line without its end': { text: '{"a":1}\n{"b":2}', cut: [] },
  'ends in half a line': { text: '{"a":1}\n{"b":', cut: [2] },
  'has half a line between whole ones': { text: '{"a":1}\n{"b\n{"c":3}\n{"d":\n', cut: [2, 4] },
  'has the second half of a line': { text: '"b":2}\n{"c":3}\n', cut: [1] },
  'has zeros that a power cut left': { text: '{"a":1}\n\0\0\0\0\n{"c":3}\n', cut: [2] },
  'has what is no object': { text: '1\nnull\n[]\n"x"\n', cut: [1, 2, 3, 4] },
};

for (const [what, { text, cut }] of Object.entries(LEDGERS)) {
  test(`a ledger that ${what} has ${cut.length === 0 ? 'no cut line' : `cut lines ${cut.join(', ')}`}`, () => {
    const file = test.info().outputPath('ledger.ndjson');
    writeFileSync(file, text);
    expect(cutLinesIn(file)).toEqual(cut);
  });
}

test('where each is, and what to do, is told in a sentence; a ledger that is not there has none', () => {
  const file = test.info().outputPath('ledger.ndjson');
  expect(cutLinesText(file, PLUGIN.words)).toBeNull();
  writeFileSync(file, '{"a"\n');
  expect(cutLinesText(file, PLUGIN.words)).toContain(`\`${file}\` has a cut line at line 1: `);
  writeFileSync(file, '{\n'.repeat(12));
  expect(cutLinesText(file, PLUGIN.words)).toContain(
    'has cut lines at lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more: ',
  );
});
