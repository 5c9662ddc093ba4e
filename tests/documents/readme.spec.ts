import { expect } from '@playwright/test';
import { withCiBlocks } from '../../src/app/settings/ci-blocks.ts';
import { test } from '../own-test.ts';
import { blocksOf, DOCUMENTS, read, sectionOf } from './documents.ts';

const FROM = '<!-- From ci/one.yml by `npm run schemas`. -->';
const document = `# A\n${FROM}\n\`\`\`yaml\nold\n\`\`\`\n\nB\n`;
const of = (text: string) => withCiBlocks(document, () => text);

test('the README is short, and so is what it says of pipelines', () => {
  const readme = read('README.md');
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  expect(sectionOf(readme, 'In a pipeline').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
});

test('every block of the section on pipelines is copied from `ci/`', () => {
  const blocks = blocksOf(sectionOf(read('README.md'), 'In a pipeline'));
  expect(blocks.length).toBeGreaterThan(1);
  for (const { above, text } of blocks) {
    expect(above).toMatch(/^<!-- From ci\/\S+ by `npm run schemas`\. -->$/);
    expect(text).not.toBe('');
  }
});

test('every document holds what is made of `ci/` now', () => {
  for (const path of DOCUMENTS) expect([path, withCiBlocks(read(path), read)]).toEqual([path, read(path)]);
  const emptied = read('README.md').replace(/(^<!-- From .*\n```\w+\n)[\s\S]*?(?=^```$)/gm, '$1');
  expect(emptied).not.toBe(read('README.md'));
  expect(withCiBlocks(emptied, read)).toBe(read('README.md'));
});

test('a block has the lines between the marks, moved to the left', () => {
  expect(of('a:\n  # <readme>\n  - b\n\n    c\n  # </readme>\nd\n')).toBe(
    document.replace('old', '- b\n\n  c'),
  );
});

test('what is marked in a comment is shown without its sign', () => {
  expect(of('# <readme>\n#   a:\n#     b\n# </readme>\n')).toBe(document.replace('old', 'a:\n  b'));
  expect(of('  // <readme>\n  // a\n  // </readme>\n')).toBe(document.replace('old', 'a'));
  // One line that is no comment, and the comments are part of it.
  expect(of('# <readme>\n# why\na: 1\n# </readme>\n')).toBe(document.replace('old', '# why\na: 1'));
});

test('a file without one marked part, and a mark without a block, are told', () => {
  for (const text of [
    'a\n',
    '# <readme>\na\n',
    '# </readme>\na\n# <readme>\n',
    '# <readme>\n# </readme>\n# <readme>\n',
  ])
    expect(() => of(text)).toThrow('`ci/one.yml` has not one part between `<readme>` and `</readme>`.');
  expect(() => withCiBlocks(`${FROM}\n\ntext\n`, () => '')).toThrow(`No block stands below \`${FROM}\`.`);
  expect(() => withCiBlocks(`${FROM}\n\`\`\`yaml\ntext\n`, () => '')).toThrow('No block stands below');
});
